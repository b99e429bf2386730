"""The lists of cars and relaties: what they are sorted and filtered on, made of the records that are there."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
VOERTUIG = ("kenteken", "omschrijving", "eigenaar", "plaats", "vin", "bouwjaar", "apk", "bezoek")
RELATIE = ("naam", "adres", "postcode", "plaats", "telefoon", "email", "voertuigen")
STUK = 2000

_ACCENTEN = str.maketrans(
    "àáâãäåçèéêëìíîïñòóôõöøùúûüýÿšžčřłğ",
    "aaaaaaceeeeiiiinoooooouuuuyyszcrlg",
    "'\u2019`\u00b4.,-_/&()+@\"",
)

_AUTOS = """
SELECT v.id, v.actief, v.merk, v.model, v.chassisnummer, v.bouwjaar, v.vervaldatum_apk, v.datum_laatste_bezoek,
       k.kenteken_compact, r.naam, r.tussenvoegsel, r.weergave, r.plaats, w.gegevens
FROM voertuig v
LEFT JOIN voertuig_kenteken k ON k.voertuig_id = v.id AND k.tot IS NULL
LEFT JOIN voertuig_relatie e ON e.voertuig_id = v.id AND e.rol = 'eigenaar' AND e.tot IS NULL
LEFT JOIN relatie r ON r.id = e.relatie_id
LEFT JOIN rdw_antwoord w ON w.kenteken_compact = k.kenteken_compact AND k.kenteken_land = 'NL'
WHERE v.verwijderd_op IS NULL AND v.id > :na ORDER BY v.id LIMIT :stuk
"""
_RELATIES = """
SELECT r.id, r.aanhef, r.naam, r.tussenvoegsel, r.voorletters, r.voornaam, r.weergave, r.straat, r.huisnr, r.postcode,
       r.plaats, r.telefoon, r.email,
       (SELECT count(*) FROM voertuig_relatie e JOIN voertuig v ON v.id = e.voertuig_id
        WHERE e.relatie_id = r.id AND e.rol = 'eigenaar' AND e.tot IS NULL AND v.verwijderd_op IS NULL) AS aantal
FROM relatie r WHERE r.verwijderd_op IS NULL AND r.id > :na ORDER BY r.id LIMIT :stuk
"""


def upgrade() -> None:
    _create("voertuig", VOERTUIG, ("actief", "terugroep"))
    _create("relatie", RELATIE, ("bedrijf",))
    auto, persoon = _table("voertuig", VOERTUIG, ("actief", "terugroep")), _table("relatie", RELATIE, ("bedrijf",))
    verbinding = op.get_bind()
    na = 0
    while rijen := verbinding.execute(sa.text(_AUTOS), {"na": na, "stuk": STUK}).mappings().all():
        verbinding.execute(sa.insert(auto), [_car(rij) for rij in rijen])
        na = rijen[-1]["id"]
    na = 0
    while rijen := verbinding.execute(sa.text(_RELATIES), {"na": na, "stuk": STUK}).mappings().all():
        verbinding.execute(sa.insert(persoon), [_person(rij) for rij in rijen])
        na = rijen[-1]["id"]


def downgrade() -> None:
    op.drop_table("relatie_lijst")
    op.drop_table("voertuig_lijst")


def _create(soort: str, kolommen: tuple[str, ...], tekens: tuple[str, ...]) -> None:
    tabel = f"{soort}_lijst"
    op.create_table(
        tabel,
        sa.Column(f"{soort}_id", sa.Integer(), autoincrement=False, nullable=False),
        *(sa.Column(kolom, SLEUTEL, nullable=False) for kolom in kolommen),
        *(sa.Column(teken, sa.Boolean(), nullable=False) for teken in tekens),
        sa.Column("tekst", SLEUTEL, nullable=False),
        sa.ForeignKeyConstraint([f"{soort}_id"], [f"{soort}.id"], name=op.f(f"fk_{tabel}_{soort}_id")),
        sa.PrimaryKeyConstraint(f"{soort}_id", name=op.f(f"pk_{tabel}")),
    )
    for kolom in kolommen:
        op.create_index(f"ix_{tabel}_{kolom}", tabel, [kolom, f"{soort}_id"], unique=False)


def _table(soort: str, kolommen: tuple[str, ...], tekens: tuple[str, ...]) -> sa.TableClause:
    return sa.table(f"{soort}_lijst", *(sa.column(naam) for naam in (f"{soort}_id", *kolommen, *tekens, "tekst")))


def _car(rij: sa.RowMapping) -> dict[str, object]:
    omschrijving = f"{rij['merk']} {rij['model']}"
    delen = (rij["kenteken_compact"], omschrijving, rij["weergave"], rij["plaats"], rij["chassisnummer"])
    return {
        "voertuig_id": rij["id"],
        "kenteken": _key(rij["kenteken_compact"]),
        "omschrijving": _key(omschrijving),
        "eigenaar": _key(f"{rij['naam'] or ''} {rij['tussenvoegsel'] or ''} {rij['weergave'] or ''}"),
        "plaats": _key(rij["plaats"]),
        "vin": _key((rij["chassisnummer"] or "")[-8:]),
        "bouwjaar": str(rij["bouwjaar"] or "~"),
        "apk": str(rij["vervaldatum_apk"] or "~"),
        "bezoek": str(rij["datum_laatste_bezoek"] or ""),
        "actief": bool(rij["actief"]),
        "terugroep": '"terugroepacties":[{' in (rij["gegevens"] or ""),
        "tekst": " ".join(_flat(deel) for deel in delen),
    }


def _person(rij: sa.RowMapping) -> dict[str, object]:
    adres = f"{rij['straat']} {rij['huisnr']}"
    delen = (rij["weergave"], adres, rij["postcode"], rij["plaats"], rij["telefoon"], rij["email"])
    return {
        "relatie_id": rij["id"],
        "naam": _key(f"{rij['naam']} {rij['tussenvoegsel']} {rij['voorletters']} {rij['voornaam']}"),
        "adres": _key(adres),
        "postcode": _key(rij["postcode"]),
        "plaats": _key(rij["plaats"]),
        "telefoon": _key(rij["telefoon"]),
        "email": _key(rij["email"]),
        "voertuigen": f"{rij['aantal']:04d}",
        "bedrijf": rij["aanhef"] == "B",
        "tekst": " ".join(_flat(deel) for deel in delen),
    }


def _flat(tekst: str | None) -> str:
    return " ".join((tekst or "").lower().translate(_ACCENTEN).split())


def _key(tekst: str | None) -> str:
    return _flat(tekst)[:64] or "~"
