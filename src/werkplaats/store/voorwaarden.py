"""Turns conditions that are data into SQL, so that a rule of the domain stands in one place and is asked of a table."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, Float, Text, and_, false, func, literal, not_, or_, true
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.sql.functions import GenericFunction

from werkplaats.domain.voorwaarde import VANDAAG, Alle, Bekend, Dag, Een, Eerder, Niet, Voorwaarde, Waar

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date


class Dagverschil(GenericFunction[float]):
    """The number of days from the second day to the first; NULL when one of them is."""

    type = Float()
    inherit_cache = True


@compiles(Dagverschil, "sqlite")
def _sqlite_days(element: Any, compiler: Any, **extra: Any) -> str:
    links, rechts = (compiler.process(deel, **extra) for deel in element.clauses)
    return f"(julianday({links}) - julianday({rechts}))"


@compiles(Dagverschil, "postgresql")
def _postgresql_days(element: Any, compiler: Any, **extra: Any) -> str:
    links, rechts = (compiler.process(deel, **extra) for deel in element.clauses)
    return f"({links} - {rechts})"


class Dagtekst(GenericFunction[str]):
    """A day moved by a number of days, as its ISO text; NULL when the day is."""

    type = Text()
    inherit_cache = True


@compiles(Dagtekst, "sqlite")
def _sqlite_text(element: Any, compiler: Any, **extra: Any) -> str:
    dag, erbij = (compiler.process(deel, **extra) for deel in element.clauses)
    return f"date({dag}, '{erbij} days')"


@compiles(Dagtekst, "postgresql")
def _postgresql_text(element: Any, compiler: Any, **extra: Any) -> str:
    dag, erbij = (compiler.process(deel, **extra) for deel in element.clauses)
    return f"to_char({dag} + {erbij}, 'YYYY-MM-DD')"


def to_sql(voorwaarde: Voorwaarde, kolommen: Mapping[str, Any], vandaag: date) -> ColumnElement[bool]:
    """The condition as SQL. ``kolommen`` has a column for each field, and a bool for what the asker chooses.

    A comparison with a day that is not known gives NULL, which counts as false wherever a condition is used.
    """
    match voorwaarde:
        case Waar(veld):
            waarde = kolommen[veld]
            return _constant(waarde) if isinstance(waarde, bool) else waarde
        case Bekend(dag):
            return true() if dag.veld == VANDAAG else kolommen[dag.veld].is_not(None)
        case Eerder(links, rechts, of_gelijk):
            return _before(links, rechts, of_gelijk, kolommen, vandaag)
        case Niet(van):
            binnen = to_sql(van, kolommen, vandaag)
            return not_(binnen) if isinstance(van, Waar | Bekend) else not_(func.coalesce(binnen, false()))
        case Alle(van):
            return and_(true(), *(to_sql(deel, kolommen, vandaag) for deel in van))
        case Een(van):
            return or_(false(), *(to_sql(deel, kolommen, vandaag) for deel in van))


def _constant(waarde: bool) -> ColumnElement[bool]:
    return true() if waarde else false()


def _before(
    links: Dag, rechts: Dag, of_gelijk: bool, kolommen: Mapping[str, Any], vandaag: date
) -> ColumnElement[bool]:
    """What is added to a column is taken from the constant beside it: so an index on the column still serves."""
    ruimte = rechts.erbij - links.erbij
    if links.veld == rechts.veld == VANDAAG:
        return _constant(ruimte >= 0 if of_gelijk else ruimte > 0)
    if links.veld == VANDAAG:
        kolom: ColumnElement[Any] = kolommen[rechts.veld]
        grens = literal(vandaag - timedelta(days=ruimte))
        return kolom >= grens if of_gelijk else kolom > grens
    if rechts.veld == VANDAAG:
        kolom = kolommen[links.veld]
        grens = literal(vandaag + timedelta(days=ruimte))
        return kolom <= grens if of_gelijk else kolom < grens
    if ruimte == 0:
        een: ColumnElement[Any] = kolommen[links.veld]
        ander: ColumnElement[Any] = kolommen[rechts.veld]
        return een <= ander if of_gelijk else een < ander
    verschil: ColumnElement[float] = Dagverschil(kolommen[links.veld], kolommen[rechts.veld])
    return verschil <= ruimte if of_gelijk else verschil < ruimte
