@rem The npm scripts that run on say exec, so that a signal to npm reaches the program itself. Windows has no exec: this runs the program.
@%*
