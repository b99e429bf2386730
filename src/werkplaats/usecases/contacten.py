"""Contact with relaties: what was said, by whom, and about which car."""

from __future__ import annotations

from dataclasses import fields, replace
from typing import TYPE_CHECKING

from werkplaats.domain.contact import clean_texts
from werkplaats.domain.contactmoment import ContactKaart, check_contact
from werkplaats.domain.rechten import Recht
from werkplaats.domain.samenvoegen import changed
from werkplaats.usecases.wijzigingen import changed_lines, lay_on, log_text, refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.contactmoment import Contactmoment
    from werkplaats.domain.moment import Klok
    from werkplaats.domain.rechten import Wie
    from werkplaats.store.opslag import Store
    from werkplaats.store.transactie import Werk

ONDERWERP = "contact"


class Contacten:
    """The contact moments of a relatie or of a car."""

    def __init__(self, store: Store, klok: Klok) -> None:
        self._store = store
        self._klok = klok

    def van_relatie(self, wie: Wie, relatie_id: int) -> tuple[Contactmoment, ...]:
        """All contact with a relatie, the latest first."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            return lezing.contacten.van_relatie(relatie_id)

    def van_voertuig(self, wie: Wie, voertuig_id: int) -> tuple[Contactmoment, ...]:
        """All contact about a car, the latest first."""
        wie.vereis(Recht.RELATIE_ZIEN)
        with self._store.read() as lezing:
            return lezing.contacten.van_voertuig(voertuig_id)

    def save(
        self, wie: Wie, contact_id: int | None, relatie_id: int, basis: ContactKaart, nieuw: ContactKaart
    ) -> Contactmoment:
        """Writes what I changed between ``basis`` and ``nieuw``, or a new contact when ``contact_id`` is None.

        Raises Ongeldig, Botsing, NietGevonden.
        """
        wie.vereis(Recht.RELATIE_WIJZIGEN)
        nieuw = _tidy(nieuw)
        refuse_blocking(check_contact(nieuw, self._klok.nu()))
        if contact_id is None:
            return self._store.run(wie, lambda werk: _add(werk, relatie_id, nieuw))
        return self._store.run(wie, lambda werk: _change(werk, contact_id, basis, nieuw))

    def take_back(self, wie: Wie, contact_id: int) -> None:
        """Takes a contact off the list; the logboek keeps who did. Raises NietGevonden."""
        wie.vereis(Recht.RELATIE_WIJZIGEN)
        self._store.run(wie, lambda werk: _delete(werk, contact_id))


def _tidy(kaart: ContactKaart) -> ContactKaart:
    """A note keeps its lines, without spaces around them."""
    regels = (clean_texts(ContactKaart(kaart.moment, tekst=regel)).tekst for regel in kaart.tekst.splitlines())
    return replace(kaart, tekst="\n".join(regels).strip("\n"))


def _add(werk: Werk, relatie_id: int, nieuw: ContactKaart) -> Contactmoment:
    werk.relaties.lock(relatie_id)
    contact_id = werk.contacten.add(relatie_id, nieuw)
    waarden = {veld.name: ("", log_text(getattr(nieuw, veld.name))) for veld in fields(nieuw)}
    werk.log(ONDERWERP, contact_id, "toegevoegd", {veld: paar for veld, paar in waarden.items() if paar[1]})
    return werk.contacten.get(contact_id)


def _change(werk: Werk, contact_id: int, basis: ContactKaart, nieuw: ContactKaart) -> Contactmoment:
    werk.contacten.lock(contact_id)
    staand = werk.contacten.get(contact_id)
    _kaart, wijzigingen = lay_on(basis, nieuw, staand.kaart, staand.door, staand)
    if not changed(staand.kaart, replace(staand.kaart, **wijzigingen)):
        return staand
    werk.contacten.write(contact_id, wijzigingen)
    for handeling, waarden in changed_lines(staand.kaart, wijzigingen):
        werk.log(ONDERWERP, contact_id, handeling, waarden)
    return werk.contacten.get(contact_id)


def _delete(werk: Werk, contact_id: int) -> None:
    werk.contacten.delete(contact_id)
    werk.log(ONDERWERP, contact_id, "verwijderd")
