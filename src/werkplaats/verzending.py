"""What goes to other systems by itself: the postbus with all that can send from it, and the day's tasks."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from werkplaats.documents.ponmail import write_letter
from werkplaats.errors import OpslagFout
from werkplaats.services.mail import MailService
from werkplaats.store.backup import make_backup
from werkplaats.store.fouten import translated
from werkplaats.usecases import taken
from werkplaats.usecases.carpass import CarPass
from werkplaats.usecases.carpass_berichten import carpass_verzenders
from werkplaats.usecases.dagtaken import Dagtaken, Taak
from werkplaats.usecases.historiek_bericht import HistoriekVerzender
from werkplaats.usecases.historieken import Historieken
from werkplaats.usecases.mails import Mails
from werkplaats.usecases.mailverzender import MailVerzender
from werkplaats.usecases.pon_mail import PonMail
from werkplaats.usecases.postbus import Postbus

if TYPE_CHECKING:
    from collections.abc import Callable

    from werkplaats.config import Config
    from werkplaats.domain.moment import Klok
    from werkplaats.services.carpass import CarPassService
    from werkplaats.services.kluis import Kluis
    from werkplaats.store.opslag import Store
    from werkplaats.usecases.pon_verzender import PonVerzender


class Sending(NamedTuple):
    """What goes to other systems by itself, and what asks after it."""

    postbus: Postbus
    carpass: CarPass
    historieken: Historieken
    mails: Mails
    dagtaken: Dagtaken


def sending(
    config: Config,
    klok: Klok,
    store: Store,
    kluis: Kluis,
    open_url: Callable[[str], None],
    dienst: CarPassService,
    pon: PonVerzender,
) -> Sending:
    """The postbus with all that can send from it, and the day's tasks that see to it."""
    mail = MailService(alleen_lokaal=config.oefenen)
    omleiding = (config.smtp.host, config.smtp.port) if config.smtp.host else None
    mailverzender = MailVerzender(store, mail, omleiding)
    postbus = Postbus(store, kluis, (mailverzender, *carpass_verzenders(dienst), HistoriekVerzender(dienst), pon))
    meldingen = CarPass(store, kluis, dienst, klok)
    historieken = Historieken(store, kluis, dienst, klok, open_url, config.carpass.public_url)
    dagtaken = Dagtaken(store, _tasks(config, klok, store, postbus, (meldingen, historieken)))
    return Sending(postbus, meldingen, historieken, Mails(store, kluis, mail, mailverzender), dagtaken)


def _tasks(
    config: Config, klok: Klok, store: Store, postbus: Postbus, bij_carpass: tuple[CarPass, Historieken]
) -> tuple[Taak, ...]:
    """The day's tasks in their order; a database on a server is backed up there."""
    lijst = [taken.pon_taak(store), taken.mail_taak(PonMail(store, klok, write_letter))]
    lijst += [taken.postbus_taak(postbus), taken.carpass_taak(*bij_carpass)]
    lijst.append(taken.herinneringen_taak(store))
    if store.embedded:
        map_ = Path(config.backup.map) if config.backup.map else config.data / "backups"
        make = partial(_backup, store, klok, map_)
        lijst.append(taken.backup_taak(store, map_, max(1, config.backup.aantal), make))
    return (*lijst, taken.bewaren_taak(store))


def _backup(store: Store, klok: Klok, eigen: Path, bestand: Path) -> None:
    """Makes the program's own folder; one that a person chose must be there, for its disk may not be."""
    map_ = bestand.parent
    if map_ == eigen and not map_.exists():
        with translated(str(map_)):
            map_.mkdir(mode=0o700, parents=True)
    if not map_.is_dir():
        raise OpslagFout("MAP_ONBEREIKBAAR", plaats=str(map_))
    make_backup(store.engines.url, bestand, klok)
