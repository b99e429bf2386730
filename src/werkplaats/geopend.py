"""What a run of the program begins with and what the worker brings: the configuration, the use cases, and who works.

It is imported before the first paint, so what takes long to load is loaded by name, when it is called.
"""

from __future__ import annotations

import os
import platform
import sys
from dataclasses import dataclass, fields, replace
from importlib import import_module
from typing import TYPE_CHECKING, cast

if sys.platform != "win32":
    import pwd

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from threading import Event

    from werkplaats.config import Config
    from werkplaats.domain.dagtaak import Alarm
    from werkplaats.domain.postbus import Stand
    from werkplaats.domain.rechten import Wie
    from werkplaats.forms.toegang import Toegang
    from werkplaats.samenstelling import Werkplaats
    from werkplaats.ui.voorkeuren import Voorkeuren
    from werkplaats.ui.work import Background
    from werkplaats.usecases.ronde import Ronde
    from werkplaats.vooraf import Vooraf


def account_of_system() -> tuple[str, str]:
    """The account of the operating system and the name of its person, as the system knows them."""
    if sys.platform == "win32":
        return os.getlogin(), os.getlogin()
    entry = pwd.getpwuid(os.getuid())
    return entry.pw_name, entry.pw_gecos.split(",")[0] or entry.pw_name


@dataclass(frozen=True, slots=True)
class Start:
    """How a run begins: the folder of its lock and window sizes, the database that it claims, practice or not.

    ``configure`` gives the configuration; it is called by the worker, because in practice mode it waits for the
    stand-ins to answer. ``account`` says who sits at the window, ``shop_id`` in which shop (None: where he worked
    last); ``monteur`` opens straight on the monteurscherm.
    """

    folder: Path
    database: str
    configure: Callable[[], Config]
    oefenen: bool
    stop: Callable[[], None] = lambda: None
    account: Callable[[], tuple[str, str]] = account_of_system
    monteur: bool = False
    shop_id: int | None = None


@dataclass(frozen=True, slots=True)
class Opened:
    """What the worker brings: the configuration, the program below the doors, the user, and what dialogs need.

    ``shops`` are those between which he may choose, by their ids.
    """

    config: Config
    werkplaats: Werkplaats
    wie: Wie
    toegang: Toegang
    shops: Mapping[int, str]


def ask_waiting(opened: Opened) -> tuple[Stand, Alarm, int, int]:
    """How the postbus stands, which of the day's tasks failed, and how many reports and plates ask for a person."""
    werkplaats, wie = opened.werkplaats, opened.wie
    asking = werkplaats.carpass.badge(wie), werkplaats.verkoop.planning.badge(wie)
    return werkplaats.postbus.stand(wie), werkplaats.dagtaken.failed(wie), *asking


def send(opened: Opened, ending: Event) -> Ronde:
    """Sends what waits, asks after reports and plates, and runs what is to be done this morning."""
    run_round = import_module("werkplaats.usecases.ronde").run_round
    werkplaats = opened.werkplaats
    polls = (werkplaats.carpass.poll, werkplaats.historieken.poll, werkplaats.verkoop.aanvragen.poll)
    return cast("Ronde", run_round(werkplaats.postbus, polls, werkplaats.dagtaken, opened.wie, ending.is_set))


def read_first(start: Start, shop_id: int | None) -> Vooraf | None:
    """The list of the day, where that can be had before the rest is loaded."""
    return cast(
        "Vooraf | None",
        import_module("werkplaats.vooraf").read_vooraf(start.database, start.account()[0], shop_id=shop_id),
    )


def open_all(start: Start, background: Background, voorkeuren: Voorkeuren) -> Opened:
    """Loads the rest of the program, opens the store and signs the user in."""
    samenstelling = import_module("werkplaats.samenstelling")
    dialogs = import_module("werkplaats.forms.venster")
    config = start.configure()
    klok = import_module("werkplaats.domain.moment").SysteemKlok()
    werkplaats = cast("Werkplaats", samenstelling.build(config, klok))
    try:
        account, name = start.account()
        wie = werkplaats.gebruikers.sign_in(account, name, platform.node(), start.shop_id or voorkeuren.shop)
        wie = replace(wie, toegekend=import_module("werkplaats.domain.rechten").Toegekend(wie.rechten))
        shops = _shops(werkplaats, wie)
    except BaseException:
        werkplaats.close()
        raise
    given = {"wie": wie, "klok": klok, "background": background, "voorkeuren": voorkeuren}
    # All else of what dialogs need goes by the same name below the doors.
    needed = [field.name for field in fields(dialogs.Toegang) if field.name not in given]
    toegang = dialogs.Toegang(**given, **{name: getattr(werkplaats, name) for name in needed})
    return Opened(config, werkplaats, wie, toegang, shops)


def _shops(werkplaats: Werkplaats, wie: Wie) -> Mapping[int, str]:
    if not wie.mag(import_module("werkplaats.domain.rechten").Recht.VOERTUIG_ZIEN):
        return {}
    return {shop.id: shop.instellingen.naam for shop in werkplaats.instellingen.shops(wie)}


def in_shop(start: Start, opened: Opened, shop_id: int) -> Opened:
    """The same person in another shop, with the rights that he has there."""
    account, name = start.account()
    return _working(opened, opened.werkplaats.gebruikers.sign_in(account, name, platform.node(), shop_id))


def renew_rights(start: Start, opened: Opened) -> Opened | None:
    """Reads the rights of the person at the window anew: from now on they count for all that he has open.

    Gives what a window with the menus of those rights needs; None when they are as they were. Whoever was taken out
    has none any more.
    """
    toegekend = opened.wie.toegekend
    nu = opened.werkplaats.gebruikers.known(start.account()[0], platform.node(), opened.wie.shop_id)
    if nu is None:
        nu = replace(opened.wie, groepen=(), rechten=frozenset())
    if toegekend is None or (toegekend.nu, opened.wie.naam) == (nu.rechten, nu.naam):
        return None
    return _working(opened, nu)


def _working(opened: Opened, wie: Wie) -> Opened:
    """The same program for this ``wie``, who is the same person: what he has open elsewhere follows his rights too."""
    if opened.wie.toegekend is not None:
        opened.wie.toegekend.nu = wie.rechten
    wie = replace(wie, toegekend=opened.wie.toegekend)
    toegang = replace(opened.toegang, wie=wie)
    return replace(opened, wie=wie, toegang=toegang, shops=_shops(opened.werkplaats, wie))
