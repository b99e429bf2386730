"""The configuration of one computer: a TOML file in the platform's folder, overridden by three variables.

``WERKPLAATS_CONFIG`` names the file, ``WERKPLAATS_DATA`` the folder of data, ``WERKPLAATS_DATABASE_URL`` the database.
What belongs to a shop stands in the store, not here.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from platformdirs import user_config_path, user_data_path

from werkplaats.errors import WerkplaatsError


@dataclass(frozen=True, slots=True)
class RdwConfig:
    """Where RDW's open data are asked; ``timeout`` in seconds."""

    base_url: str = "https://opendata.rdw.nl"
    ovi_url: str = "https://ovi.rdw.nl/default.aspx?kenteken={kenteken}"
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class PdokConfig:
    """Where the street of a Dutch postcode is asked; ``timeout`` in seconds."""

    base_url: str = "https://api.pdok.nl"
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class CarPassConfig:
    """Where Belgian cars are reported, the site where a person does so, and the public page of a history by its guid;
    ``timeout`` in seconds."""

    base_url: str = "https://ws-professionals.car-pass.be/api"
    website: str = "https://professionals.car-pass.be/"
    public_url: str = "https://public.car-pass.be/vhr/{guid}"
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class PonConfig:
    """Where plates of new cars are requested (assumed address, hence configurable); ``timeout`` in seconds."""

    base_url: str = "https://kentekenaanvraag.pon.nl"
    timeout: float = 10.0


@dataclass(frozen=True, slots=True)
class InternetConfig:
    """Where recalls can be looked up, in the Netherlands and in Belgium; neither page takes a kenteken."""

    terugroep_url: str = "https://terugroepregister.rdw.nl/"
    terugroep_be_url: str = "https://public.car-pass.be/recalls"


@dataclass(frozen=True, slots=True)
class MopConfig:
    """Where mijnOndernemersportaal takes a request (assumed address, hence configurable), and how."""

    url_template: str = "https://www.mijnondernemersportaal.nl/pechhulp/aanvragen"
    method: str = "GET"


@dataclass(frozen=True, slots=True)
class SmtpConfig:
    """A mail server that takes the place of that of every shop, without a password; empty: as each shop says."""

    host: str = ""
    port: int = 25


@dataclass(frozen=True, slots=True)
class BackupConfig:
    """Where the daily backup of an embedded database lies (empty: beside the data), and how many are kept."""

    map: str = ""
    aantal: int = 14


@dataclass(frozen=True, slots=True)
class Config:
    """All settings of this computer; in practice mode (``oefenen``) only loopback addresses are accepted."""

    data: Path
    database_url: str
    oefenen: bool = False
    rdw: RdwConfig = RdwConfig()
    mop: MopConfig = MopConfig()
    pdok: PdokConfig = PdokConfig()
    smtp: SmtpConfig = SmtpConfig()
    backup: BackupConfig = BackupConfig()
    internet: InternetConfig = InternetConfig()
    carpass: CarPassConfig = CarPassConfig()
    pon: PonConfig = PonConfig()


def config_path() -> Path:
    """The configuration file of this account."""
    return Path(os.environ.get("WERKPLAATS_CONFIG") or user_config_path("werkplaats", False) / "werkplaats.toml")


def load_config() -> Config:
    """Reads the configuration; a file that it cannot take is a WerkplaatsError CONFIG_ONLEESBAAR or CONFIG_ONBEKEND."""
    path = config_path()
    raw = _read_toml(path)
    sections: dict[str, Any] = {
        "rdw": {},
        "mop": {},
        "pdok": {},
        "smtp": {},
        "backup": {},
        "carpass": {},
        "internet": {},
        "pon": {},
    }
    base = _take(path, raw, {"data": "", "database_url": "", "oefenen": False, **sections})
    data = Path(os.environ.get("WERKPLAATS_DATA") or base["data"] or user_data_path("werkplaats", False))
    url = os.environ.get("WERKPLAATS_DATABASE_URL") or base["database_url"] or f"sqlite:///{data / 'werkplaats.db'}"
    return Config(
        data=data,
        database_url=url,
        oefenen=base["oefenen"],
        rdw=RdwConfig(**_take(path, base["rdw"], _defaults(RdwConfig), "rdw.")),
        mop=MopConfig(**_take(path, base["mop"], _defaults(MopConfig), "mop.")),
        pdok=PdokConfig(**_take(path, base["pdok"], _defaults(PdokConfig), "pdok.")),
        smtp=SmtpConfig(**_take(path, base["smtp"], _defaults(SmtpConfig), "smtp.")),
        backup=BackupConfig(**_take(path, base["backup"], _defaults(BackupConfig), "backup.")),
        internet=InternetConfig(**_take(path, base["internet"], _defaults(InternetConfig), "internet.")),
        carpass=CarPassConfig(**_take(path, base["carpass"], _defaults(CarPassConfig), "carpass.")),
        pon=PonConfig(**_take(path, base["pon"], _defaults(PonConfig), "pon.")),
    )


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        text = path.read_text(encoding="utf-8")
    except FileNotFoundError:
        return {}
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path, error) from error
    # Most computers have no such file: then the first paint need not wait for the parser to load.
    import tomllib  # noqa: PLC0415 - loaded only when it has work

    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _unreadable(path, error) from error


def _unreadable(path: Path, error: Exception) -> WerkplaatsError:
    return WerkplaatsError("CONFIG_ONLEESBAAR", bestand=str(path), reden=str(error))


def _take(path: Path, given: dict[str, Any], defaults: dict[str, Any], within: str = "") -> dict[str, Any]:
    for key, value in given.items():
        if key not in defaults or not _is_like(value, defaults[key]):
            raise WerkplaatsError("CONFIG_ONBEKEND", bestand=str(path), sleutel=f"{within}{key}")
    return defaults | given


def _is_like(value: Any, default: Any) -> bool:
    # A timeout of 10 may be written without a point; true is an int to Python, but no number to people.
    return type(value) is type(default) or (type(default) is float and type(value) is int)


def _defaults(
    section: type[
        RdwConfig | MopConfig | PdokConfig | SmtpConfig | BackupConfig | CarPassConfig | InternetConfig | PonConfig
    ],
) -> dict[str, Any]:
    return {veld.name: veld.default for veld in fields(section)}
