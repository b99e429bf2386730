"""The first schema: organisation, users, relaties, vehicles, pechhulp, logboek, postbus, files and search keys."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

SLEUTEL = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    op.create_table(
        "bijlage",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("grootte", sa.Integer(), nullable=False),
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_bijlage")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_bijlage_onderwerp", "bijlage", ["onderwerp", "onderwerp_id"], unique=False)
    op.create_index(op.f("ix_bijlage_sha256"), "bijlage", ["sha256"], unique=False)
    op.create_table(
        "bijlage_stuk",
        sa.Column("sha256", sa.Text(), nullable=False),
        sa.Column("nr", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("sha256", "nr", name=op.f("pk_bijlage_stuk")),
    )
    op.create_table(
        "eigenschap",
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("waarde", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("naam", name=op.f("pk_eigenschap")),
    )
    op.create_table(
        "gebruiker",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_gebruiker")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_gebruiker_account",
        "gebruiker",
        ["account"],
        unique=True,
        sqlite_where=sa.text("verwijderd_op IS NULL"),
        postgresql_where=sa.text("verwijderd_op IS NULL"),
    )
    op.create_table(
        "groep",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_groep")),
        sqlite_autoincrement=True,
    )
    op.create_index(
        "uq_groep_naam",
        "groep",
        ["naam"],
        unique=True,
        sqlite_where=sa.text("verwijderd_op IS NULL"),
        postgresql_where=sa.text("verwijderd_op IS NULL"),
    )
    op.create_table(
        "logboek",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("moment", sa.String(length=32), nullable=False),
        sa.Column("wie", sa.Text(), nullable=False),
        sa.Column("werkplek", sa.Text(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=True),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("handeling", sa.Text(), nullable=False),
        sa.Column("veldnamen", sa.Text(), nullable=False),
        sa.Column("waarde_hash", sa.Text(), nullable=False),
        sa.Column("vorige_hash", sa.Text(), nullable=False),
        sa.Column("hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboek")),
    )
    op.create_index("ix_logboek_onderwerp", "logboek", ["onderwerp", "onderwerp_id"], unique=False)
    op.create_table(
        "logboek_kop",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("aantal", sa.Integer(), nullable=False),
        sa.Column("laatste_hash", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_logboek_kop")),
    )
    op.create_table(
        "nummerreeks",
        sa.Column("eigenaar", sa.Text(), nullable=False),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("jaar", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("laatste", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("eigenaar", "soort", "jaar", name=op.f("pk_nummerreeks")),
    )
    op.create_table(
        "rdw_antwoord",
        sa.Column("kenteken_compact", SLEUTEL, nullable=False),
        sa.Column("kenteken_land", sa.Text(), nullable=False),
        sa.Column("kenteken_weergave", sa.Text(), nullable=False),
        sa.Column("gegevens", sa.Text(), nullable=False),
        sa.Column("opgevraagd_op", sa.String(length=32), nullable=False),
        sa.PrimaryKeyConstraint("kenteken_compact", name=op.f("pk_rdw_antwoord")),
    )
    op.create_table(
        "relatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("aanhef", sa.Text(), nullable=False),
        sa.Column("voorletters", sa.Text(), nullable=False),
        sa.Column("voornaam", sa.Text(), nullable=False),
        sa.Column("tussenvoegsel", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("contactpersoon", sa.Text(), nullable=False),
        sa.Column("btw_nummer", sa.Text(), nullable=False),
        sa.Column("kvk_nummer", sa.Text(), nullable=False),
        sa.Column("straat", sa.Text(), nullable=False),
        sa.Column("huisnr", sa.Text(), nullable=False),
        sa.Column("toevoeging", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("plaats", sa.Text(), nullable=False),
        sa.Column("land", sa.Text(), nullable=False),
        sa.Column("telefoon", sa.Text(), nullable=False),
        sa.Column("telefoon_2", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("let_op", sa.Text(), nullable=False),
        sa.Column("weergave", sa.Text(), nullable=False),
        sa.Column("adresregel", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_relatie")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "shop",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("zone", sa.Text(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("land", sa.Text(), nullable=False),
        sa.Column("straat", sa.Text(), nullable=False),
        sa.Column("huisnr", sa.Text(), nullable=False),
        sa.Column("postcode", sa.Text(), nullable=False),
        sa.Column("plaats", sa.Text(), nullable=False),
        sa.Column("telefoon", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=False),
        sa.Column("btw_nummer", sa.Text(), nullable=False),
        sa.Column("kvk_nummer", sa.Text(), nullable=False),
        sa.Column("vestigingsnummer", sa.Text(), nullable=False),
        sa.Column("rdw_nummer", sa.Text(), nullable=False),
        sa.Column("pechhulp_verborgen", sa.Text(), nullable=False),
        sa.Column("pechhulp_links", sa.Text(), nullable=False),
        sa.Column("pechhulp_herinnering_dagen", sa.Integer(), nullable=False),
        sa.Column("apk_herinnering_dagen", sa.Integer(), nullable=False),
        sa.Column("standaardgroep", sa.Text(), nullable=False),
        sa.Column("mop_methode", sa.Text(), nullable=True),
        sa.Column("mop_soorten", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_shop")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "voertuig",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("actief", sa.Boolean(), nullable=False),
        sa.Column("merk", sa.Text(), nullable=False),
        sa.Column("model", sa.Text(), nullable=False),
        sa.Column("type", sa.Text(), nullable=False),
        sa.Column("voertuigsoort", sa.Text(), nullable=False),
        sa.Column("chassisnummer", sa.Text(), nullable=True),
        sa.Column("motorcode", sa.Text(), nullable=False),
        sa.Column("brandstof", sa.Text(), nullable=False),
        sa.Column("tweede_brandstof", sa.Text(), nullable=False),
        sa.Column("lpg", sa.Boolean(), nullable=False),
        sa.Column("g3", sa.Boolean(), nullable=False),
        sa.Column("ledig_gewicht", sa.Integer(), nullable=True),
        sa.Column("bedrijfsklaar", sa.Integer(), nullable=True),
        sa.Column("motornummer", sa.Text(), nullable=False),
        sa.Column("fabrikantcode", sa.Text(), nullable=False),
        sa.Column("co2_uitstoot", sa.Integer(), nullable=True),
        sa.Column("co2_cyclus", sa.Text(), nullable=False),
        sa.Column("bouwjaar", sa.Integer(), nullable=True),
        sa.Column("vervaldatum_apk", sa.Date(), nullable=True),
        sa.Column("datum_deel_1a", sa.Date(), nullable=True),
        sa.Column("datum_deel_1b", sa.Date(), nullable=True),
        sa.Column("datum_laatste_bezoek", sa.Date(), nullable=True),
        sa.Column("afgifte_nederland", sa.Date(), nullable=True),
        sa.Column("code_sleutel_1", sa.Text(), nullable=False),
        sa.Column("code_sleutel_2", sa.Text(), nullable=False),
        sa.Column("radiocode", sa.Text(), nullable=False),
        sa.Column("startcode", sa.Text(), nullable=False),
        sa.Column("alarmcode", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("gewijzigd_op", sa.String(length=32), nullable=False),
        sa.Column("gewijzigd_door", sa.Text(), nullable=False),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voertuig")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_voertuig_gewijzigd_op", "voertuig", ["gewijzigd_op"], unique=False)
    op.create_index("ix_voertuig_vervaldatum_apk", "voertuig", ["vervaldatum_apk"], unique=False)
    op.create_table(
        "zoeksleutel",
        sa.Column("soort", SLEUTEL, nullable=False),
        sa.Column("sleutel", SLEUTEL, nullable=False),
        sa.Column("doel", sa.Integer(), autoincrement=False, nullable=False),
        sa.PrimaryKeyConstraint("soort", "sleutel", "doel", name=op.f("pk_zoeksleutel")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_zoeksleutel_doel", "zoeksleutel", ["doel", "soort", "sleutel"], unique=False)
    op.create_table(
        "gebruiker_groep",
        sa.Column("gebruiker_id", sa.Integer(), nullable=False),
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(["gebruiker_id"], ["gebruiker.id"], name=op.f("fk_gebruiker_groep_gebruiker_id")),
        sa.ForeignKeyConstraint(["groep_id"], ["groep.id"], name=op.f("fk_gebruiker_groep_groep_id")),
        sa.PrimaryKeyConstraint("gebruiker_id", "groep_id", name=op.f("pk_gebruiker_groep")),
    )
    op.create_index(op.f("ix_gebruiker_groep_groep_id"), "gebruiker_groep", ["groep_id"], unique=False)
    op.create_table(
        "geheim",
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("naam", sa.Text(), nullable=False),
        sa.Column("versie", sa.Integer(), nullable=False),
        sa.Column("inhoud", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_geheim_shop_id")),
        sa.PrimaryKeyConstraint("shop_id", "naam", name=op.f("pk_geheim")),
    )
    op.create_table(
        "groep_recht",
        sa.Column("groep_id", sa.Integer(), nullable=False),
        sa.Column("recht", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["groep_id"], ["groep.id"], name=op.f("fk_groep_recht_groep_id")),
        sa.PrimaryKeyConstraint("groep_id", "recht", name=op.f("pk_groep_recht")),
    )
    op.create_table(
        "logboek_waarde",
        sa.Column("logboek_id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("veld", sa.Text(), nullable=False),
        sa.Column("voor", sa.Text(), nullable=True),
        sa.Column("na", sa.Text(), nullable=True),
        sa.Column("zout", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["logboek_id"], ["logboek.id"], name=op.f("fk_logboek_waarde_logboek_id")),
        sa.PrimaryKeyConstraint("logboek_id", "veld", name=op.f("pk_logboek_waarde")),
    )
    op.create_table(
        "pechhulp_aanvraag",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("aanbieder", sa.Text(), nullable=False),
        sa.Column("kenteken_compact", SLEUTEL, nullable=False),
        sa.Column("kenteken_land", sa.Text(), nullable=False),
        sa.Column("kenteken_weergave", sa.Text(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("gemaakt_door", sa.Text(), nullable=False),
        sa.Column("ref", sa.Text(), nullable=False),
        sa.Column("pasnummer", sa.Text(), nullable=False),
        sa.Column("einddatum", sa.Date(), nullable=True),
        sa.Column("soort", sa.Text(), nullable=True),
        sa.Column("vergelijkbaar_vervoer", sa.Boolean(), nullable=True),
        sa.Column("europa_extra", sa.Boolean(), nullable=True),
        sa.Column("aanhanger", sa.Boolean(), nullable=True),
        sa.Column("eigen_autobedrijf", sa.Boolean(), nullable=True),
        sa.Column("aanhef", sa.Text(), nullable=True),
        sa.Column("voorletters", sa.Text(), nullable=True),
        sa.Column("tussenvoegsel", sa.Text(), nullable=True),
        sa.Column("naam", sa.Text(), nullable=True),
        sa.Column("geboortedatum", sa.Date(), nullable=True),
        sa.Column("straat", sa.Text(), nullable=True),
        sa.Column("huisnr", sa.Text(), nullable=True),
        sa.Column("toevoeging", sa.Text(), nullable=True),
        sa.Column("postcode", sa.Text(), nullable=True),
        sa.Column("plaats", sa.Text(), nullable=True),
        sa.Column("telefoon", sa.Text(), nullable=True),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("verwijderd_op", sa.String(length=32), nullable=True),
        sa.Column("verwijderd_door", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_pechhulp_aanvraag_shop_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_pechhulp_aanvraag_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_pechhulp_aanvraag")),
        sa.UniqueConstraint("ref", name=op.f("uq_pechhulp_aanvraag_ref")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_pechhulp_aanvraag_einddatum", "pechhulp_aanvraag", ["einddatum"], unique=False)
    op.create_index(op.f("ix_pechhulp_aanvraag_shop_id"), "pechhulp_aanvraag", ["shop_id"], unique=False)
    op.create_index(
        "ix_pechhulp_aanvraag_voertuig_id",
        "pechhulp_aanvraag",
        ["voertuig_id", "aanbieder", "gemaakt_op"],
        unique=False,
    )
    op.create_table(
        "uitgaand",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("shop_id", sa.Integer(), nullable=True),
        sa.Column("soort", sa.Text(), nullable=False),
        sa.Column("inhoud", sa.Text(), nullable=False),
        sa.Column("sleutel", sa.Text(), nullable=False),
        sa.Column("onderwerp", sa.Text(), nullable=False),
        sa.Column("onderwerp_id", sa.Integer(), nullable=False),
        sa.Column("staat", sa.Text(), nullable=False),
        sa.Column("pogingen", sa.Integer(), nullable=False),
        sa.Column("gemaakt_op", sa.String(length=32), nullable=False),
        sa.Column("niet_voor", sa.String(length=32), nullable=True),
        sa.Column("volgende_poging", sa.String(length=32), nullable=True),
        sa.Column("lease_wie", sa.Text(), nullable=True),
        sa.Column("lease_token", sa.Text(), nullable=True),
        sa.Column("lease_tot", sa.String(length=32), nullable=True),
        sa.Column("laatste_antwoord", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["shop_id"], ["shop.id"], name=op.f("fk_uitgaand_shop_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitgaand")),
        sa.UniqueConstraint("sleutel", name=op.f("uq_uitgaand_sleutel")),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_uitgaand_onderwerp", "uitgaand", ["onderwerp", "onderwerp_id"], unique=False)
    op.create_index("ix_uitgaand_staat", "uitgaand", ["staat", "volgende_poging"], unique=False)
    op.create_table(
        "voertuig_kenteken",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("kenteken_compact", SLEUTEL, nullable=False),
        sa.Column("kenteken_land", sa.Text(), nullable=False),
        sa.Column("kenteken_weergave", sa.Text(), nullable=False),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_voertuig_kenteken_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voertuig_kenteken")),
    )
    op.create_index(op.f("ix_voertuig_kenteken_voertuig_id"), "voertuig_kenteken", ["voertuig_id"], unique=False)
    op.create_index(
        "uq_voertuig_kenteken_open",
        "voertuig_kenteken",
        ["voertuig_id"],
        unique=True,
        sqlite_where=sa.text("tot IS NULL"),
        postgresql_where=sa.text("tot IS NULL"),
    )
    op.create_table(
        "voertuig_relatie",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("voertuig_id", sa.Integer(), nullable=False),
        sa.Column("relatie_id", sa.Integer(), nullable=False),
        sa.Column("rol", sa.Text(), nullable=False),
        sa.Column("van", sa.Date(), nullable=True),
        sa.Column("tot", sa.Date(), nullable=True),
        sa.ForeignKeyConstraint(["relatie_id"], ["relatie.id"], name=op.f("fk_voertuig_relatie_relatie_id")),
        sa.ForeignKeyConstraint(["voertuig_id"], ["voertuig.id"], name=op.f("fk_voertuig_relatie_voertuig_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_voertuig_relatie")),
    )
    op.create_index(
        "ix_voertuig_relatie_relatie_id", "voertuig_relatie", ["relatie_id", "rol", "tot", "voertuig_id"], unique=False
    )
    op.create_index(op.f("ix_voertuig_relatie_voertuig_id"), "voertuig_relatie", ["voertuig_id"], unique=False)
    op.create_index(
        "uq_voertuig_relatie_open",
        "voertuig_relatie",
        ["voertuig_id", "rol"],
        unique=True,
        sqlite_where=sa.text("tot IS NULL"),
        postgresql_where=sa.text("tot IS NULL"),
    )
    op.create_table(
        "uitgaand_poging",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("uitgaand_id", sa.Integer(), nullable=False),
        sa.Column("begonnen_op", sa.String(length=32), nullable=False),
        sa.Column("klaar_op", sa.String(length=32), nullable=True),
        sa.Column("uitkomst", sa.Text(), nullable=True),
        sa.Column("antwoord", sa.Text(), nullable=True),
        sa.ForeignKeyConstraint(["uitgaand_id"], ["uitgaand.id"], name=op.f("fk_uitgaand_poging_uitgaand_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_uitgaand_poging")),
    )
    op.create_index(op.f("ix_uitgaand_poging_uitgaand_id"), "uitgaand_poging", ["uitgaand_id"], unique=False)
    # The head of the logboek: no line yet, and the hash that stands before the first one.
    op.execute(
        sa.text("INSERT INTO logboek_kop (id, aantal, laatste_hash) VALUES (1, 0, :begin)").bindparams(begin="0" * 64)
    )


def downgrade() -> None:
    op.drop_table("uitgaand_poging")
    op.drop_table("voertuig_relatie")
    op.drop_table("voertuig_kenteken")
    op.drop_table("uitgaand")
    op.drop_table("pechhulp_aanvraag")
    op.drop_table("logboek_waarde")
    op.drop_table("groep_recht")
    op.drop_table("geheim")
    op.drop_table("gebruiker_groep")
    op.drop_table("zoeksleutel")
    op.drop_table("voertuig")
    op.drop_table("shop")
    op.drop_table("relatie")
    op.drop_table("rdw_antwoord")
    op.drop_table("nummerreeks")
    op.drop_table("logboek_kop")
    op.drop_table("logboek")
    op.drop_table("groep")
    op.drop_table("gebruiker")
    op.drop_table("eigenschap")
    op.drop_table("bijlage_stuk")
    op.drop_table("bijlage")
