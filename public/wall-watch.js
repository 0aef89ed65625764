/*
 * Keeps a wall alive where the app does not: on televisions too old for its code (this is the JavaScript of 2015, for that reason), and should it ever
 * stand still. The app beats after every poll; without beats this loads the page anew, but only once the server is
 * there: a browser's own error page would hang on the wall for ever.
 */
;(() => {
  var FIRST_BEAT_MS = 20000
  var NEXT_BEAT_MS = 90000
  var LOOK_MS = 1000
  var PAUSE_MS = 5000
  var STALE_MS = 30000

  var startedAt = Date.now()
  var beatAt = 0
  var triedAt = 0

  // Remembered across reloads, so that a television which never beat once is given no more time to.
  var neverBeats = 'nugget wall never beats'
  if (recall()) FIRST_BEAT_MS = PAUSE_MS

  window.nuggetWallBeats = () => {
    beatAt = Date.now()
    remember('')
  }

  window.setInterval(() => {
    var now = Date.now()
    var wall = document.querySelector('[data-wall]')
    var isAlive = beatAt > 0 ? now - beatAt < NEXT_BEAT_MS : now - startedAt < FIRST_BEAT_MS
    if (!wall || isAlive || now - triedAt < PAUSE_MS) return

    triedAt = now
    if (beatAt === 0) remember('yes')
    if (now - startedAt > STALE_MS && beatAt === 0) tell(wall)
    whenServerAnswers(() => {
      window.location.reload()
    })
  }, LOOK_MS)

  // A browser may forbid storage: then every reload waits as long as the first.
  function recall() {
    try {
      return window.sessionStorage.getItem(neverBeats)
    } catch (_error) {
      return ''
    }
  }

  function remember(yes) {
    try {
      window.sessionStorage.setItem(neverBeats, yes)
    } catch (_error) {}
  }

  function tell(wall) {
    var note = wall.querySelector('[data-stale-note]')
    wall.setAttribute('data-freshness', 'stale')
    wall.setAttribute('data-squeezed', '')
    if (note) note.textContent = note.getAttribute('data-stale-note')
  }

  function whenServerAnswers(then) {
    var request = new XMLHttpRequest()
    request.open('GET', window.location.href)
    request.timeout = PAUSE_MS
    request.onload = () => {
      if (request.status === 200) then()
    }
    request.send()
  }
})()
