import { Menu } from '#orders/restaurant.ts'
import menu from '../restaurants/menu.json' with { type: 'json' }

/** What both restaurants of the tale cook: the menu that comes along, whatever a shop's own is. */
export const TALE_MENU = Menu.parse(menu)
