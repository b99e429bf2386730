"""One article, standard text or package of a shop written or taken away, inside a transaction."""

from __future__ import annotations

from typing import TYPE_CHECKING

from werkplaats.domain.artikel import Artikel, Pakket, Standaardtekst, title
from werkplaats.domain.artikel_controle import holding, renamed, unknown_parts
from werkplaats.errors import Bevinding, Ongeldig, WerkplaatsError
from werkplaats.usecases.wijzigingen import refuse_blocking

if TYPE_CHECKING:
    from werkplaats.domain.artikel import Voorstel
    from werkplaats.store.transactie import Werk

ONDERWERP = "artikelen"


def save_one(werk: Werk, basis: Voorstel | None, nieuw: Voorstel, activiteiten: tuple[str, ...]) -> None:
    """Writes one in the place of ``basis``, or beside the others; packages follow an article to its new code."""
    shop_id = werk.wie.shop_id
    anderen = [een for een in _list_of(werk, nieuw) if een != basis]
    if basis is not None:
        _take_off(werk, basis)
    if any(een.code.casefold() == nieuw.code.casefold() for een in anderen):
        raise Ongeldig([Bevinding("code", "ARTIKEL_CODE_BEZET", params={"artikel": nieuw.code})])
    if isinstance(nieuw, Pakket):
        refuse_blocking(unknown_parts(nieuw, werk.artikelen.artikelen(shop_id)))
    werk.artikelen.put(shop_id, (nieuw,))
    if basis is not None and basis.code != nieuw.code:
        _follow(werk, basis, nieuw.code)
    voor = _said(werk, basis) if basis is not None else ""
    if not isinstance(nieuw, Standaardtekst):
        werk.artikelen.put_werken(shop_id, nieuw.code, activiteiten)
    werk.log(ONDERWERP, shop_id, "gewijzigd", {_kind(nieuw): (voor, _said(werk, nieuw))})


def remove_one(werk: Werk, een: Voorstel) -> None:
    """Takes one off its list; an article that a package holds stays."""
    shop_id = werk.wie.shop_id
    if isinstance(een, Artikel):
        in_pakket = holding(werk.artikelen.pakketten(shop_id), een.code)
        if in_pakket:
            pakketten = ", ".join(pakket.code for pakket in in_pakket)
            raise WerkplaatsError("ARTIKEL_IN_PAKKET", artikel=een.code, pakketten=pakketten)
    voor = _said(werk, een)
    _take_off(werk, een)
    _untie(werk, een)
    werk.log(ONDERWERP, shop_id, "gewijzigd", {_kind(een): (voor, "")})


def _list_of(werk: Werk, een: Voorstel) -> tuple[Voorstel, ...]:
    repo, shop_id = werk.artikelen, werk.wie.shop_id
    if isinstance(een, Artikel):
        return repo.artikelen(shop_id)
    return repo.teksten(shop_id) if isinstance(een, Standaardtekst) else repo.pakketten(shop_id)


def _take_off(werk: Werk, basis: Voorstel) -> None:
    """Only as it was seen: what another changed meanwhile is not written over."""
    if basis not in _list_of(werk, basis) or not werk.artikelen.drop(werk.wie.shop_id, basis):
        raise WerkplaatsError("ARTIKEL_GEWIJZIGD", artikel=basis.code)


def _follow(werk: Werk, basis: Voorstel, code: str) -> None:
    """What stood under the old code stands under the new one."""
    if isinstance(basis, Artikel):
        pakketten = holding(werk.artikelen.pakketten(werk.wie.shop_id), basis.code)
        werk.artikelen.put(werk.wie.shop_id, [renamed(pakket, basis.code, code) for pakket in pakketten])
    if basis.code.casefold() != code.casefold():
        _untie(werk, basis)


def _untie(werk: Werk, een: Voorstel) -> None:
    """The kinds of work go with the code, unless another list has that code too."""
    repo, shop_id = werk.artikelen, werk.wie.shop_id
    anders: tuple[Artikel | Pakket, ...] = (*repo.artikelen(shop_id), *repo.pakketten(shop_id))
    if not isinstance(een, Standaardtekst) and all(ander.code.casefold() != een.code.casefold() for ander in anders):
        repo.put_werken(shop_id, een.code, ())


def _kind(een: Voorstel) -> str:
    return {Artikel: "artikel", Standaardtekst: "standaardtekst", Pakket: "pakket"}[type(een)]


def _said(werk: Werk, een: Voorstel) -> str:
    """One in words, with the kinds of work of its code as they stand now."""
    prijs = f", {een.prijs}" if isinstance(een, Artikel) else ""
    werken = {code.casefold(): codes for code, codes in werk.artikelen.werken(werk.wie.shop_id).items()}
    tied = "" if isinstance(een, Standaardtekst) else ", ".join(werken.get(een.code.casefold(), ()))
    return f"{een.code} {title(een)}{prijs}" + (f" ({tied})" if tied else "")
