"""The tables. Nobody outside storage names them."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from sqlalchemy import (
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    ColumnElement,
    DateTime,
    Float,
    ForeignKey,
    FromClause,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    String,
    Table,
    Text,
    UniqueConstraint,
    func,
    literal_column,
    text,
)
from sqlalchemy.schema import SchemaItem
from sqlalchemy.types import TypeDecorator


class UtcDateTime(TypeDecorator[datetime]):
    """An aware UTC time. SQLite alone would give naive times back."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError("a time without a zone cannot be stored")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Any) -> datetime | None:
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


# SQLite numbers rows by itself only in a column that is exactly INTEGER.
_Id = BigInteger().with_variant(Integer, "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id() -> Column[int]:
    return Column("id", _Id, primary_key=True, autoincrement=True)


def _numbered(name: str, *parts: SchemaItem) -> Table:
    """A table whose rows have numbers, and no number twice.

    SQLite would give the number of an erased last row to the next one. Numbers stand on
    buttons, on pages and in the audit, where they must go on meaning the same.
    """
    return Table(name, metadata, _id(), *parts, sqlite_autoincrement=True)


def _lead(*, index: bool = True) -> Column[int]:
    """Whose row it is; without an index of its own where another begins with it."""
    return Column(
        "lead_id", _Id, ForeignKey("lead.id", ondelete="CASCADE"), nullable=False, index=index
    )


def _time(name: str, *, nullable: bool = False) -> Column[datetime]:
    return Column(name, UtcDateTime(), nullable=nullable)


def _word(name: str, default: str | None = None) -> Column[str]:
    return Column(name, String(64), nullable=False, server_default=default)


def _long(name: str, default: str | None = None) -> Column[str]:
    return Column(name, Text, nullable=False, server_default=default)


lead = _numbered(
    "lead",
    Column("name", String(128), nullable=False, server_default=""),
    _word("stage"),
    _word("temperature"),
    Column("score", Float, nullable=False, server_default="0"),
    Column("completeness", Integer, nullable=False, server_default="0"),
    _word("source", ""),
    _word("channel", ""),  # where the first word was said; "" for a lead from a list
    _long("heat", "[]"),
    _long("profile", "{}"),
    Column("rep_id", _Id, ForeignKey("staff.id")),
    # The same customer in another chat: one lead for the team, two strangers to each other.
    Column("tied_to", _Id, ForeignKey("lead.id", ondelete="SET NULL"), index=True),
    Column("folded_name", String(128), nullable=False, server_default=""),  # to be looked for
    _time("hot_until", nullable=True),
    Column("birthday", String(5)),  # month and day, "10-20"
    _word("rules", ""),  # hash of those under which the heat was counted
    Column("chance", Float, nullable=True),
    _long("frozen", ""),  # a rep's own judgement of the temperature
    Column("sample", Boolean, nullable=False, server_default=text("false")),
    # Those of the funnel that it has taken, a bit each (`storage.steps`).
    Column("steps", Integer, nullable=False, server_default="0"),
    _time("created_at"),
    _time("heard_at", nullable=True),
    # All that a report counts of the leads of a period, so that it need not read the leads.
    Index(
        "ix_lead_created_at",
        *("created_at", "temperature", "stage", "source", "tied_to", "sample", "rep_id", "steps"),
    ),
    Index("ix_lead_heard_at", "heard_at", "id"),
    Index("ix_lead_birthday", "birthday"),
    # Walked from the warmest down by lists and by /find, which need not fetch whom they pass by.
    Index("ix_lead_score", "score", "id", "rep_id", "folded_name"),
    Index("ix_lead_temperature_score", "temperature", "score", "id"),
)

contact = _numbered(
    "contact",
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    _lead(),
    Column("name", String(128), nullable=False, server_default=""),
    _word("language", ""),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    _time("opted_out_at", nullable=True),
    # E.164, where the platform itself vouches that it is this person's.
    Column("own_phone", String(16), nullable=False, server_default=""),
    _time("created_at"),
    UniqueConstraint("channel", "chat_id"),
)

fact = _numbered(
    "fact",
    _lead(index=False),
    _word("slot"),
    _long("value"),
    Column("message_id", _Id, nullable=False),
    _time("learned_at"),
    # Which are known, without a look at the values.
    Index("ix_fact_lead_id", "lead_id", "slot"),
)

# How a lead can be reached, each number and address once: to know who comes back, and to find.
lead_address = _numbered(
    "lead_address",
    _lead(),
    Column("address", String(254), nullable=False, index=True),  # E.164 or e-mail
    # Backwards: who is looked for by his last digits is found by an index, too.
    Column("mirrored", String(254), nullable=False, index=True),
    UniqueConstraint("lead_id", "address"),
)

inbox = _numbered(
    "inbox",
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    Column("key", String(128), nullable=False),
    _long("payload"),
    _word("state"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    _long("error", ""),
    _time("admitted_at"),
    UniqueConstraint("channel", "chat_id", "key"),
)

outbox = _numbered(
    "outbox",
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    Column("lead_id", _Id, nullable=True, index=True),
    Column("urgency", Integer, nullable=False),
    _long("payload"),
    _word("state"),
    Column("key", String(128), unique=True),
    Column("attempts", Integer, nullable=False, server_default="0"),
    _time("due_at"),
    _time("lease_until", nullable=True),
    Column("platform_id", String(128), nullable=False, server_default=""),
    _long("error", ""),
    _time("created_at"),
    _time("sent_at", nullable=True),
    _time("seen_at", nullable=True),  # by the person it went to, where the channel tells
    Column("edits_row", _Id, nullable=True),  # the row whose message this one changes in place
    Index("ix_outbox_chat", "channel", "chat_id", "id"),
)

conversation = Table(
    "conversation",
    metadata,
    Column("contact_id", _Id, ForeignKey("contact.id", ondelete="CASCADE"), primary_key=True),
    _long("state"),
    Column("version", String(64), nullable=False, server_default="", index=True),
    _time("changed_at"),
)

# Versions of the owner's file by which conversations were shown cards.
business_version = Table(
    "business_version",
    metadata,
    Column("digest", String(64), primary_key=True),
    _long("text"),
    _time("shown_at"),
)

event = _numbered(
    "event",
    _lead(index=False),
    _word("kind"),
    _time("at"),
    Column("key", String(128), unique=True),
    Column("message_id", _Id, nullable=True),
    Column("staff_id", _Id, nullable=True),
    Column("amount", BigInteger, nullable=True),  # whole dong, where the event is worth some
    _long("detail", ""),
    Index("ix_event_kind_at", "kind", "at", "amount"),
    # Whether a lead has one of a kind, without a look at the events.
    Index("ix_event_lead_id", "lead_id", "kind"),
)

snapshot = _numbered(
    "snapshot",
    _lead(),
    _time("at"),
    Column("qualification", Float, nullable=False),
    Column("fit", Float, nullable=False),
    Column("engagement", Float, nullable=False),
    Column("penalty", Float, nullable=False),
    Column("score", Float, nullable=False),
    _word("temperature"),
    _long("reasons"),
    Column("message_id", _Id, nullable=True),
    Column("chance", Float, nullable=True),  # by the learned model, with its band
    Column("low", Float, nullable=True),
    Column("high", Float, nullable=True),
    # What it takes to have the very same score again.
    _word("rules", ""),
    _word("model", ""),
    _word("cause", ""),
    Column("event_id", _Id, nullable=True),  # the last that was counted
    Column("facts", Integer, nullable=False, server_default="0"),  # how many were known
    _long("basis", "{}"),
)

score_rules = Table(
    "score_rules",
    metadata,
    Column("hash", String(64), primary_key=True),
    _long("rules"),
    _time("at"),
)

score_model = _numbered(
    "score_model",
    Column("hash", String(64), nullable=False, unique=True),
    _word("state"),
    _long("content"),
    _word("parent", ""),
    _long("metrics", "{}"),
    Column("who", String(128), nullable=False),
    _long("why", ""),
    _time("created_at"),
    _time("changed_at"),
)

# What each night found of the score, and what the owner is to be told of it.
score_night = Table(
    "score_night",
    metadata,
    Column("day", String(10), primary_key=True),
    _long("figures", "{}"),
    _long("news", ""),
    _time("told_at", nullable=True),
)

stage_move = _numbered(
    "stage_move",
    _lead(),
    _time("at"),
    _word("before"),
    _word("after"),
    Column("who", String(128), nullable=False),
    _long("why", ""),
    # How long the lead was in the stage it left.
    Column("seconds", Float, nullable=False, server_default="0"),
    # When each lead last came into a stage.
    Index("ix_stage_move_after", "after", "lead_id", "at"),
)

consent = _numbered(
    "consent",
    Column(
        "contact_id",
        _Id,
        ForeignKey("contact.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    _word("purpose"),
    Column("given", Boolean, nullable=False),
    _word("text_version"),
    _time("at"),
)

# What a sequence said when a lead enrolled: running leads finish on theirs.
sequence_version = _numbered(
    "sequence_version",
    _word("sequence"),
    _word("digest"),
    _long("definition"),
    _time("created_at"),
    UniqueConstraint("sequence", "digest"),
)

enrolment = _numbered(
    "enrolment",
    _lead(),
    _word("sequence"),
    Column("version_id", _Id, ForeignKey("sequence_version.id"), nullable=False),
    _word("state"),
    _word("reason", ""),  # why it ended
    Column("key", String(128), nullable=False, unique=True),
    _time("enrolled_at"),
    _time("ended_at", nullable=True),
)

follow_up = _numbered(
    "follow_up",
    _lead(),
    # Whom it is for: a prospect, or (a reminder) one of the staff.
    Column(
        "contact_id",
        _Id,
        ForeignKey("contact.id", ondelete="CASCADE"),
        index=True,  # an erased contact is looked for among all steps, not the waiting alone
    ),
    Column("staff_id", _Id, ForeignKey("staff.id")),
    # The prospect's, which never changes; "" for staff. While one is full the others go on.
    _word("channel", ""),
    _word("sequence"),
    Column("step", Integer, nullable=False),
    Column("enrolment_id", _Id, ForeignKey("enrolment.id", ondelete="CASCADE"), index=True),
    _word("state"),
    _time("due_at"),
    Column("key", String(128), nullable=False, unique=True),
    Column("consent_id", _Id, ForeignKey("consent.id", ondelete="CASCADE"), index=True),
    _long("reason", ""),
    _long("note", ""),  # what a reminder says, the words a date was asked in
    _word("content", ""),  # tells a text that was sent from one that was not
    Column("outbox_id", _Id),  # the message it became
    # A promise, or care after a purchase: a reply does not cancel it.
    Column("outlives_reply", Boolean, nullable=False, server_default=text("false")),
    Column("attempts", Integer, nullable=False, server_default="0"),
    _time("created_at"),
    _time("settled_at", nullable=True),
    # Law 91/2025: nobody is followed up without a consent that can be shown. A nudge and the
    # reminder of an appointment are part of the running conversation; a reminder goes to staff.
    CheckConstraint(
        "sequence IN ('nudge','appointment') OR staff_id IS NOT NULL OR consent_id IS NOT NULL",
        name="consent",
    ),
    CheckConstraint("contact_id IS NOT NULL OR staff_id IS NOT NULL", name="addressee"),
)

campaign = _numbered(
    "campaign",
    Column("name", String(64), nullable=False, unique=True),
    _long("definition"),
    _word("state"),
    _word("reason", ""),
    Column("cursor", _Id, nullable=False, server_default="0"),  # leads looked at so far
    Column("staff_id", _Id, ForeignKey("staff.id")),
    _time("started_at"),
    _time("ended_at", nullable=True),
)

campaign_member = _numbered(
    "campaign_member",
    Column("campaign_id", _Id, ForeignKey("campaign.id"), nullable=False),
    _lead(),
    _word("variant", ""),
    _word("held", ""),  # why it got nothing
    Column("enrolment_id", _Id, ForeignKey("enrolment.id", ondelete="CASCADE"), index=True),
    UniqueConstraint("campaign_id", "lead_id"),
)

link = _numbered(
    "link",
    Column("token", String(32), nullable=False, unique=True),
    _long("url"),
    _lead(),
    Column("enrolment_id", _Id, ForeignKey("enrolment.id", ondelete="CASCADE"), index=True),
    Column("clicks", Integer, nullable=False, server_default="0"),
    _time("created_at"),
    _time("clicked_at", nullable=True),
    _time("last_clicked_at", nullable=True),
)

alert = _numbered(
    "alert",
    _lead(),
    _word("reason"),
    _word("state"),
    Column("rung", Integer, nullable=False, server_default="0"),
    _time("due_at", nullable=True),
    # The one rep to whom it was offered before the others, and when.
    Column("offered_to", _Id, ForeignKey("staff.id")),
    _time("offered_at", nullable=True),
    Column("claimed_by", _Id, ForeignKey("staff.id")),
    _time("claimed_at", nullable=True),
    _time("touched_at", nullable=True),  # when a human last did something about it
    _time("touch_by", nullable=True),  # until when the prospect should have heard of a human
    _word("promised", ""),  # when the prospect was told that a human comes, out of hours
    _long("offers", "{}"),  # the offers it is about, by name; JSON, by language
    _time("created_at"),
    _time("closed_at", nullable=True),
    # From the alert to its first claim, whoever has it later: a report needs no other column.
    Column("seconds_to_claim", Float, nullable=True),
    Index("ix_alert_created_at", "created_at", "seconds_to_claim"),
    Index("ix_alert_claimed_at", "claimed_at", "claimed_by"),
)

alert_card = _numbered(
    "alert_card",
    Column("alert_id", _Id, ForeignKey("alert.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("staff_id", _Id, ForeignKey("staff.id")),
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    Column("outbox_id", _Id, nullable=False),
    UniqueConstraint("alert_id", "channel", "chat_id"),
)

# A lead's own topic in the team's group.
topic = _numbered(
    "topic",
    _lead(),
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    Column("outbox_id", _Id, nullable=False),
    Column("closed", Boolean, nullable=False, server_default=text("false")),  # with its lead
    UniqueConstraint("lead_id", "channel", "chat_id"),
    Index("ix_topic_chat", "channel", "chat_id", "id"),
)

# Who speaks with a lead instead of the bot, and until when if he falls silent.
takeover = Table(
    "takeover",
    metadata,
    Column("lead_id", _Id, ForeignKey("lead.id", ondelete="CASCADE"), primary_key=True),
    Column("staff_id", _Id, ForeignKey("staff.id"), nullable=False),
    _time("began_at"),
    _time("until"),
)

# What a member did last to a lead, with how things stood before, so that he can undo it.
deed = _numbered(
    "deed",
    _lead(),
    Column("staff_id", _Id, ForeignKey("staff.id"), nullable=False),
    _word("kind"),
    _long("before"),
    _time("at"),
    _time("undone_at", nullable=True),
)

asking = _numbered(
    "asking",
    _lead(),
    _word("slot"),
    Column("variant", Integer, nullable=False, server_default="0"),
    _word("how", ""),  # by button, number or text, skipped; "" while nothing came of it
    # Whose question stands open: one at a time of each kind. NULL once it is settled.
    Column("open", String(96), nullable=True, unique=True),
    _time("shown_at"),
    _time("settled_at", nullable=True),
    # All that is counted of them, so that a year's need not be read.
    Index("ix_asking_shown_at", "shown_at", "slot", "variant", "how", "settled_at", "lead_id"),
)

appointment = _numbered(
    "appointment",
    _lead(),
    Column(
        "contact_id",
        _Id,
        ForeignKey("contact.id", ondelete="CASCADE"),
        nullable=False,
        index=True,
    ),
    Column("staff_id", _Id, ForeignKey("staff.id"), index=True),
    _time("starts_at"),
    _time("ends_at"),
    # Whose time it is and when: given away once. NULL once it is cancelled.
    Column("seat", String(64), nullable=True, unique=True),
    _time("created_at"),
    Index("ix_appointment_starts_at", "starts_at"),
)

staff = _numbered(
    "staff",
    Column("name", String(128), nullable=False),
    _word("role"),
    Column("active", Boolean, nullable=False, server_default=text("true")),
    _word("language", "vi"),  # in which the bot speaks with him
    _time("away_until", nullable=True),  # out of rotation until then
    _time("created_at"),
)

staff_account = Table(
    "staff_account",
    metadata,
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    Column("staff_id", _Id, ForeignKey("staff.id"), nullable=False, index=True),
    Column("reachable", Boolean, nullable=False, server_default=text("true")),
    Column("opened_at", UtcDateTime, nullable=False),
    Column("used_at", UtcDateTime, nullable=False),
    # Nobody of the staff is there any more; the row tells the place from a prospect's.
    Column("closed_at", UtcDateTime),
    UniqueConstraint("channel", "chat_id"),
)

invite = _numbered(
    "invite",
    Column("code_hash", String(64), nullable=False, unique=True),
    _word("role"),
    Column("name", String(128), nullable=False, server_default=""),
    # Of a member who opens one more place; none: somebody new.
    Column("staff_id", _Id, ForeignKey("staff.id")),
    _time("expires_at"),
    _time("used_at", nullable=True),
)

audit = _numbered(
    "audit",
    _time("at"),
    Column("who", String(128), nullable=False, index=True),
    _word("action"),
    Column("lead_id", _Id, nullable=True, index=True),
    _long("detail", ""),
)

setting = Table(
    "setting",
    metadata,
    Column("name", String(64), primary_key=True),
    _long("value"),
)


# The numbers a manager wants told again and again, and when that is due next.
schedule = _numbered(
    "schedule",
    Column("staff_id", _Id, ForeignKey("staff.id"), nullable=False, index=True),
    _word("channel"),
    Column("chat_id", String(128), nullable=False),
    _word("view"),
    _long("words", ""),
    _word("often"),
    Column("day", Integer, nullable=False),
    _word("at"),
    _time("due_at"),
    _time("created_at"),
    Index("ix_schedule_due_at", "due_at"),
)

# What prospects asked and no file answers; it goes with the lead when that is erased.
unanswered = _numbered(
    "unanswered",
    _lead(),
    Column("message_id", _Id, nullable=False),
    _long("text"),
    _word("state"),
    _long("answer", ""),
    _time("asked_at"),
    _time("settled_at", nullable=True),
)

# What came and went as a file in the website's chat; a platform keeps its own.
web_file = _numbered(
    "web_file",
    Column("token", String(64), nullable=False, unique=True),
    Column("chat_id", String(128), nullable=False),
    Column("key", String(128), nullable=False),
    _word("kind"),
    Column("media_type", String(128), nullable=False),
    Column("name", String(128), nullable=False),
    Column("content", LargeBinary, nullable=False),
    _time("created_at"),
    UniqueConstraint("chat_id", "key"),
)

web_file_reader = _numbered(
    "web_file_reader",
    Column(
        "file_id", _Id, ForeignKey("web_file.id", ondelete="CASCADE"), nullable=False, index=True
    ),
    Column("chat_id", String(128), nullable=False, index=True),
    Column("line", _Id, nullable=True, index=True),  # outbox row by which it came to the chat
)

# What another program is to be told. Of a lead that is erased that alone is told: no foreign key.
notice = _numbered(
    "notice",
    Column("key", String(64), nullable=False, unique=True),
    Column("lead_id", _Id, nullable=True, index=True),
    _word("kind"),
    _long("payload"),
    _word("state"),
    Column("attempts", Integer, nullable=False, server_default="0"),
    _long("error", ""),
    _time("due_at"),
    _time("created_at"),
)

# Who had himself erased, as a keyed hash of each number and address: no list brings him back.
erased_address = _numbered(
    "erased_address", Column("hash", String(64), nullable=False, unique=True)
)


def in_state(table: FromClause, *states: str) -> ColumnElement[bool]:
    """Rows in one of these states, spelled out and not bound: SQLite takes a partial index
    only for a condition that it can read.
    """
    spelled: list[ColumnElement[str]] = [literal_column(f"'{one}'") for one in states]
    column = table.c.state
    return column == spelled[0] if len(spelled) == 1 else column.in_(spelled)


def untied() -> ColumnElement[bool]:
    """Leads that stand for themselves, nearly all. Not spelled IS NULL: SQLite would look those
    up in the index of ties, and then sort them, instead of walking the one that fits.
    """
    return func.coalesce(lead.c.tied_to, 0) == 0


def is_sample() -> ColumnElement[bool]:
    """Leads that were made up, a handful, spelled out as in `in_state`."""
    spelled: ColumnElement[bool] = literal_column("sample")
    return spelled


def to_staff(table: FromClause) -> ColumnElement[bool]:
    """Messages to staff (`storage.outbox.Urgency.ALERT`), spelled out as in `in_state`."""
    spelled: ColumnElement[int] = literal_column("2")
    return table.c.urgency == spelled


def _partial(name: str, *columns: Column[Any], where: ColumnElement[bool]) -> None:
    Index(name, *columns, sqlite_where=where, postgresql_where=where)


# What waits is little, what is done is much: indexes over the waiting rows alone.
_partial("ix_lead_sample", lead.c.id, where=is_sample())
_partial("ix_outbox_edits", outbox.c.edits_row, where=in_state(outbox, "due"))
_partial(
    "ix_inbox_waiting",
    inbox.c.channel,
    inbox.c.chat_id,
    inbox.c.id,
    where=in_state(inbox, "waiting"),
)
_partial(
    "ix_outbox_due",
    outbox.c.channel,
    outbox.c.urgency,
    outbox.c.id,
    outbox.c.due_at,
    where=in_state(outbox, "due"),
)
_partial(
    "ix_outbox_open",
    outbox.c.channel,
    outbox.c.chat_id,
    outbox.c.id,
    where=in_state(outbox, "due", "claimed", "sending"),
)
_partial(
    "ix_outbox_unsettled",
    outbox.c.state,
    where=in_state(outbox, "claimed", "sending", "unknown", "dead"),
)
_partial(
    "ix_outbox_to_staff",
    outbox.c.channel,
    outbox.c.chat_id,
    outbox.c.platform_id,
    where=to_staff(outbox),
)
_partial("ix_notice_due", notice.c.id, notice.c.due_at, where=in_state(notice, "due"))
_partial("ix_follow_up_due", follow_up.c.due_at, where=in_state(follow_up, "due"))
_partial(
    "ix_follow_up_due_by_channel",
    follow_up.c.channel,
    follow_up.c.due_at,
    where=in_state(follow_up, "due"),
)
_partial("ix_alert_due", alert.c.due_at, where=in_state(alert, "offered", "claimed"))
_partial("ix_alert_offered", alert.c.offered_to, where=in_state(alert, "offered"))
_partial("ix_follow_up_dead", follow_up.c.id, where=in_state(follow_up, "dead"))
_partial(
    "ix_follow_up_rung",
    follow_up.c.settled_at,
    where=(in_state(follow_up, "sent") & follow_up.c.staff_id.is_not(None)),
)
_partial("ix_enrolment_running", enrolment.c.lead_id, where=in_state(enrolment, "running"))
_partial("ix_alert_claimed", alert.c.claimed_by, where=in_state(alert, "claimed"))
_partial("ix_score_model_active", score_model.c.hash, where=in_state(score_model, "active"))
_partial("ix_inbox_dead", inbox.c.id, where=in_state(inbox, "dead"))
_partial("ix_unanswered_open", unanswered.c.id, where=in_state(unanswered, "open"))
_partial("ix_unanswered_to_write", unanswered.c.id, where=in_state(unanswered, "to_write"))
