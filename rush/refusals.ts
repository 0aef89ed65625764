import { Refusal } from '#orders/refusals.ts'

/** Nobody knows a rush by this id, or nobody any more. */
export class NoSuchRush extends Refusal {
  static override readonly called = 'NoSuchRush'
}

/** One rush at a time: another is on. */
export class RushRunning extends Refusal {
  static override readonly called = 'RushRunning'
  readonly id: string

  constructor(id: string) {
    super('another rush is on')
    this.id = id
  }
}

/** The rush has not begun, or is over. */
export class RushNotOn extends Refusal {
  static override readonly called = 'RushNotOn'
}

/** Only who started a rush may end it, or change its crew. */
export class NotYourRush extends Refusal {
  static override readonly called = 'NotYourRush'
}

export class NoSuchCook extends Refusal {
  static override readonly called = 'NoSuchCook'
}

/** As many cook, or came in this rush, as may. */
export class NoRoomForCook extends Refusal {
  static override readonly called = 'NoRoomForCook'
}

/** No other cook is left, or all others were asked to leave already. */
export class LastCook extends Refusal {
  static override readonly called = 'LastCook'
}
