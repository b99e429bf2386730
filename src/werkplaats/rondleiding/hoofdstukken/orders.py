"""Chapter: the sale of cars: the list of orders, the plates of one, and why its plate is requested."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.forms.order.form import OrderForm
from werkplaats.ui.window import Window

if TYPE_CHECKING:
    from werkplaats.rondleiding.player import Player
    from werkplaats.rondleiding.toneel import Toneel


def play(p: Player, _toneel: Toneel) -> None:
    """Opens the list, an order from it, its plates, and moves a day to see the explanation follow."""
    p.window(Window)
    p.step("Orders: wat er verkocht is, en wat er met het kenteken gebeurt")
    p.press("Ctrl+K")
    p.write("orders")
    p.see("Orders")
    p.press("Enter")
    p.see("Aandacht nodig", "Nu aanvragen", "orders")
    p.look("orders")
    p.go_to("Filter in deze lijst")
    p.write("golf etsi")
    p.see("1 order")
    p.press("Enter")
    p.window(OrderForm)
    p.see("Golf 1.5 eTSI")
    p.look("order")
    p.step("Invul verkoper: welke platen er gemaakt worden")
    p.press("Ctrl+2")
    p.see("27.1 Lang")
    p.look("order-platen")
    p.step("Verkoopadmin: waarom en wanneer het kenteken wordt aangevraagd")
    p.press("Ctrl+3")
    p.see("R1", "Merk gaat via PON")
    p.look("order-verkoopadmin")
    p.press("Esc")
    p.window(Window)
    p.press("Esc", "Esc", "Esc")
    p.see("Vraagt aandacht")
