"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "audit",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("action", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_audit_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_audit_who"), ["who"], unique=False)

    op.create_table(
        "business_version",
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_business_version")),
    )
    op.create_table(
        "erased_address",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_address")),
        sa.UniqueConstraint("hash", name=op.f("uq_erased_address_hash")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "inbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("admitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_inbox")),
        sa.UniqueConstraint("channel", "chat_id", "key", name=op.f("uq_inbox_channel_chat_id_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.create_index(
            "ix_inbox_dead",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'dead'"),
            postgresql_where=sa.text("state = 'dead'"),
        )
        batch_op.create_index(
            "ix_inbox_waiting",
            ["channel", "chat_id", "id"],
            unique=False,
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )

    op.create_table(
        "notice",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("key", sa.String(length=64), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notice")),
        sa.UniqueConstraint("key", name=op.f("uq_notice_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.create_index(
            "ix_notice_due",
            ["id", "due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.create_index(batch_op.f("ix_notice_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "outbox",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("urgency", sa.Integer(), nullable=False),
        sa.Column("payload", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=True),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("lease_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("platform_id", sa.String(length=128), server_default="", nullable=False),
        sa.Column("error", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("sent_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seen_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("edits_row", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outbox")),
        sa.UniqueConstraint("key", name=op.f("uq_outbox_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.create_index("ix_outbox_chat", ["channel", "chat_id", "id"], unique=False)
        batch_op.create_index(
            "ix_outbox_due",
            ["channel", "urgency", "id", "due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.create_index(
            "ix_outbox_edits",
            ["edits_row"],
            unique=False,
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.create_index(batch_op.f("ix_outbox_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_outbox_open",
            ["channel", "chat_id", "id"],
            unique=False,
            sqlite_where=sa.text("state IN ('due', 'claimed', 'sending')"),
            postgresql_where=sa.text("state IN ('due', 'claimed', 'sending')"),
        )
        batch_op.create_index(
            "ix_outbox_to_staff",
            ["channel", "chat_id", "platform_id"],
            unique=False,
            sqlite_where=sa.text("urgency = 2"),
            postgresql_where=sa.text("urgency = 2"),
        )
        batch_op.create_index(
            "ix_outbox_unsettled",
            ["state"],
            unique=False,
            sqlite_where=sa.text("state IN ('claimed', 'sending', 'unknown', 'dead')"),
            postgresql_where=sa.text("state IN ('claimed', 'sending', 'unknown', 'dead')"),
        )

    op.create_table(
        "score_model",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("content", sa.Text(), nullable=False),
        sa.Column("parent", sa.String(length=64), server_default="", nullable=False),
        sa.Column("metrics", sa.Text(), server_default="{}", nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_score_model")),
        sa.UniqueConstraint("hash", name=op.f("uq_score_model_hash")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("score_model", schema=None) as batch_op:
        batch_op.create_index(
            "ix_score_model_active",
            ["hash"],
            unique=False,
            sqlite_where=sa.text("state = 'active'"),
            postgresql_where=sa.text("state = 'active'"),
        )

    op.create_table(
        "score_night",
        sa.Column("day", sa.String(length=10), nullable=False),
        sa.Column("figures", sa.Text(), server_default="{}", nullable=False),
        sa.Column("news", sa.Text(), server_default="", nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=True),
        sa.PrimaryKeyConstraint("day", name=op.f("pk_score_night")),
    )
    op.create_table(
        "score_rules",
        sa.Column("hash", sa.String(length=64), nullable=False),
        sa.Column("rules", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_score_rules")),
    )
    op.create_table(
        "sequence_version",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("sequence", sa.String(length=64), nullable=False),
        sa.Column("digest", sa.String(length=64), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sequence_version")),
        sa.UniqueConstraint("sequence", "digest", name=op.f("uq_sequence_version_sequence_digest")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "setting",
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_setting")),
    )
    op.create_table(
        "staff",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("active", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("language", sa.String(length=64), server_default="vi", nullable=False),
        sa.Column("away_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "web_file",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("token", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("media_type", sa.String(length=128), nullable=False),
        sa.Column("name", sa.String(length=128), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_file")),
        sa.UniqueConstraint("chat_id", "key", name=op.f("uq_web_file_chat_id_key")),
        sa.UniqueConstraint("token", name=op.f("uq_web_file_token")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "campaign",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("name", sa.String(length=64), nullable=False),
        sa.Column("definition", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), server_default="", nullable=False),
        sa.Column(
            "cursor",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            server_default="0",
            nullable=False,
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("started_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_campaign_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign")),
        sa.UniqueConstraint("name", name=op.f("uq_campaign_name")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "invite",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("code_hash", sa.String(length=64), nullable=False),
        sa.Column("role", sa.String(length=64), nullable=False),
        sa.Column("name", sa.String(length=128), server_default="", nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_invite_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_invite")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_invite_code_hash")),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "lead",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("name", sa.String(length=128), server_default="", nullable=False),
        sa.Column("stage", sa.String(length=64), nullable=False),
        sa.Column("temperature", sa.String(length=64), nullable=False),
        sa.Column("score", sa.Float(), server_default="0", nullable=False),
        sa.Column("completeness", sa.Integer(), server_default="0", nullable=False),
        sa.Column("source", sa.String(length=64), server_default="", nullable=False),
        sa.Column("channel", sa.String(length=64), server_default="", nullable=False),
        sa.Column("heat", sa.Text(), server_default="[]", nullable=False),
        sa.Column("profile", sa.Text(), server_default="{}", nullable=False),
        sa.Column("rep_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("tied_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("folded_name", sa.String(length=128), server_default="", nullable=False),
        sa.Column("hot_until", sa.DateTime(timezone=True), nullable=True),
        sa.Column("birthday", sa.String(length=5), nullable=True),
        sa.Column("rules", sa.String(length=64), server_default="", nullable=False),
        sa.Column("chance", sa.Float(), nullable=True),
        sa.Column("frozen", sa.Text(), server_default="", nullable=False),
        sa.Column("sample", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.Column("steps", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("heard_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["rep_id"], ["staff.id"], name=op.f("fk_lead_rep_id")),
        sa.ForeignKeyConstraint(
            ["tied_to"], ["lead.id"], name=op.f("fk_lead_tied_to"), ondelete="SET NULL"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.create_index("ix_lead_birthday", ["birthday"], unique=False)
        batch_op.create_index(
            "ix_lead_created_at",
            [
                "created_at",
                "temperature",
                "stage",
                "source",
                "tied_to",
                "sample",
                "rep_id",
                "steps",
            ],
            unique=False,
        )
        batch_op.create_index("ix_lead_heard_at", ["heard_at", "id"], unique=False)
        batch_op.create_index(
            "ix_lead_sample",
            ["id"],
            unique=False,
            sqlite_where=sa.text("sample"),
            postgresql_where=sa.text("sample"),
        )
        batch_op.create_index(
            "ix_lead_score", ["score", "id", "rep_id", "folded_name"], unique=False
        )
        batch_op.create_index(
            "ix_lead_temperature_score", ["temperature", "score", "id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_lead_tied_to"), ["tied_to"], unique=False)

    op.create_table(
        "schedule",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("view", sa.String(length=64), nullable=False),
        sa.Column("words", sa.Text(), server_default="", nullable=False),
        sa.Column("often", sa.String(length=64), nullable=False),
        sa.Column("day", sa.Integer(), nullable=False),
        sa.Column("at", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_schedule_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_schedule")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("schedule", schema=None) as batch_op:
        batch_op.create_index("ix_schedule_due_at", ["due_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_schedule_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "staff_account",
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("used_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_staff_account_staff_id")),
        sa.UniqueConstraint("channel", "chat_id", name=op.f("uq_staff_account_channel_chat_id")),
    )
    with op.batch_alter_table("staff_account", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_staff_account_staff_id"), ["staff_id"], unique=False)

    op.create_table(
        "web_file_reader",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("file_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("line", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.ForeignKeyConstraint(
            ["file_id"],
            ["web_file.id"],
            name=op.f("fk_web_file_reader_file_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_web_file_reader")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("web_file_reader", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_web_file_reader_chat_id"), ["chat_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_web_file_reader_file_id"), ["file_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_web_file_reader_line"), ["line"], unique=False)

    op.create_table(
        "alert",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("reason", sa.String(length=64), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("rung", sa.Integer(), server_default="0", nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "offered_to", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("offered_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column(
            "claimed_by", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("claimed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touched_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("touch_by", sa.DateTime(timezone=True), nullable=True),
        sa.Column("promised", sa.String(length=64), server_default="", nullable=False),
        sa.Column("offers", sa.Text(), server_default="{}", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("seconds_to_claim", sa.Float(), nullable=True),
        sa.ForeignKeyConstraint(["claimed_by"], ["staff.id"], name=op.f("fk_alert_claimed_by")),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_alert_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["offered_to"], ["staff.id"], name=op.f("fk_alert_offered_to")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.create_index(
            "ix_alert_claimed",
            ["claimed_by"],
            unique=False,
            sqlite_where=sa.text("state = 'claimed'"),
            postgresql_where=sa.text("state = 'claimed'"),
        )
        batch_op.create_index("ix_alert_claimed_at", ["claimed_at", "claimed_by"], unique=False)
        batch_op.create_index(
            "ix_alert_created_at", ["created_at", "seconds_to_claim"], unique=False
        )
        batch_op.create_index(
            "ix_alert_due",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state IN ('offered', 'claimed')"),
            postgresql_where=sa.text("state IN ('offered', 'claimed')"),
        )
        batch_op.create_index(batch_op.f("ix_alert_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_alert_offered",
            ["offered_to"],
            unique=False,
            sqlite_where=sa.text("state = 'offered'"),
            postgresql_where=sa.text("state = 'offered'"),
        )

    op.create_table(
        "asking",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("slot", sa.String(length=64), nullable=False),
        sa.Column("variant", sa.Integer(), server_default="0", nullable=False),
        sa.Column("how", sa.String(length=64), server_default="", nullable=False),
        sa.Column("open", sa.String(length=96), nullable=True),
        sa.Column("shown_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_asking_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_asking")),
        sa.UniqueConstraint("open", name=op.f("uq_asking_open")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("asking", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_asking_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_asking_shown_at",
            ["shown_at", "slot", "variant", "how", "settled_at", "lead_id"],
            unique=False,
        )

    op.create_table(
        "contact",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("name", sa.String(length=128), server_default="", nullable=False),
        sa.Column("language", sa.String(length=64), server_default="", nullable=False),
        sa.Column("reachable", sa.Boolean(), server_default=sa.text("(true)"), nullable=False),
        sa.Column("opted_out_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("own_phone", sa.String(length=16), server_default="", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_contact_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact")),
        sa.UniqueConstraint("channel", "chat_id", name=op.f("uq_contact_channel_chat_id")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contact_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "deed",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("before", sa.Text(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("undone_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_deed_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_deed_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_deed")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("deed", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_deed_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "enrolment",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("sequence", sa.String(length=64), nullable=False),
        sa.Column(
            "version_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("reason", sa.String(length=64), server_default="", nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column("enrolled_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_enrolment_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["version_id"], ["sequence_version.id"], name=op.f("fk_enrolment_version_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_enrolment")),
        sa.UniqueConstraint("key", name=op.f("uq_enrolment_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_enrolment_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_enrolment_running",
            ["lead_id"],
            unique=False,
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )

    op.create_table(
        "event",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("kind", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=True),
        sa.Column(
            "message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("amount", sa.BigInteger(), nullable=True),
        sa.Column("detail", sa.Text(), server_default="", nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_event_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event")),
        sa.UniqueConstraint("key", name=op.f("uq_event_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.create_index("ix_event_kind_at", ["kind", "at", "amount"], unique=False)
        batch_op.create_index("ix_event_lead_id", ["lead_id", "kind"], unique=False)

    op.create_table(
        "fact",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("slot", sa.String(length=64), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column(
            "message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("learned_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_fact_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_fact")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.create_index("ix_fact_lead_id", ["lead_id", "slot"], unique=False)

    op.create_table(
        "lead_address",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("address", sa.String(length=254), nullable=False),
        sa.Column("mirrored", sa.String(length=254), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_lead_address_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_lead_address")),
        sa.UniqueConstraint("lead_id", "address", name=op.f("uq_lead_address_lead_id_address")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("lead_address", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_lead_address_address"), ["address"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_address_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_lead_address_mirrored"), ["mirrored"], unique=False)

    op.create_table(
        "snapshot",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("qualification", sa.Float(), nullable=False),
        sa.Column("fit", sa.Float(), nullable=False),
        sa.Column("engagement", sa.Float(), nullable=False),
        sa.Column("penalty", sa.Float(), nullable=False),
        sa.Column("score", sa.Float(), nullable=False),
        sa.Column("temperature", sa.String(length=64), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column(
            "message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("chance", sa.Float(), nullable=True),
        sa.Column("low", sa.Float(), nullable=True),
        sa.Column("high", sa.Float(), nullable=True),
        sa.Column("rules", sa.String(length=64), server_default="", nullable=False),
        sa.Column("model", sa.String(length=64), server_default="", nullable=False),
        sa.Column("cause", sa.String(length=64), server_default="", nullable=False),
        sa.Column("event_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("facts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("basis", sa.Text(), server_default="{}", nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_snapshot_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_snapshot")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_snapshot_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "stage_move",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("before", sa.String(length=64), nullable=False),
        sa.Column("after", sa.String(length=64), nullable=False),
        sa.Column("who", sa.String(length=128), nullable=False),
        sa.Column("why", sa.Text(), server_default="", nullable=False),
        sa.Column("seconds", sa.Float(), server_default="0", nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_stage_move_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_stage_move")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("stage_move", schema=None) as batch_op:
        batch_op.create_index("ix_stage_move_after", ["after", "lead_id", "at"], unique=False)
        batch_op.create_index(batch_op.f("ix_stage_move_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "takeover",
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("began_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("until", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_takeover_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_takeover_staff_id")),
        sa.PrimaryKeyConstraint("lead_id", name=op.f("pk_takeover")),
    )
    op.create_table(
        "topic",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column(
            "outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("closed", sa.Boolean(), server_default=sa.text("(false)"), nullable=False),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_topic_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_topic")),
        sa.UniqueConstraint(
            "lead_id", "channel", "chat_id", name=op.f("uq_topic_lead_id_channel_chat_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.create_index("ix_topic_chat", ["channel", "chat_id", "id"], unique=False)
        batch_op.create_index(batch_op.f("ix_topic_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "unanswered",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "message_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("answer", sa.Text(), server_default="", nullable=False),
        sa.Column("asked_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_unanswered_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_unanswered")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("unanswered", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_unanswered_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_unanswered_open",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.create_index(
            "ix_unanswered_to_write",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'to_write'"),
            postgresql_where=sa.text("state = 'to_write'"),
        )

    op.create_table(
        "alert_card",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("alert_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel", sa.String(length=64), nullable=False),
        sa.Column("chat_id", sa.String(length=128), nullable=False),
        sa.Column(
            "outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.ForeignKeyConstraint(
            ["alert_id"], ["alert.id"], name=op.f("fk_alert_card_alert_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_alert_card_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_alert_card")),
        sa.UniqueConstraint(
            "alert_id", "channel", "chat_id", name=op.f("uq_alert_card_alert_id_channel_chat_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("alert_card", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_alert_card_alert_id"), ["alert_id"], unique=False)

    op.create_table(
        "appointment",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("seat", sa.String(length=64), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_appointment_contact_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_appointment_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_appointment_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_appointment")),
        sa.UniqueConstraint("seat", name=op.f("uq_appointment_seat")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_appointment_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_appointment_staff_id"), ["staff_id"], unique=False)
        batch_op.create_index("ix_appointment_starts_at", ["starts_at"], unique=False)

    op.create_table(
        "campaign_member",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "campaign_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column("variant", sa.String(length=64), server_default="", nullable=False),
        sa.Column("held", sa.String(length=64), server_default="", nullable=False),
        sa.Column(
            "enrolment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.ForeignKeyConstraint(
            ["campaign_id"], ["campaign.id"], name=op.f("fk_campaign_member_campaign_id")
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_campaign_member_enrolment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_campaign_member_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaign_member")),
        sa.UniqueConstraint(
            "campaign_id", "lead_id", name=op.f("uq_campaign_member_campaign_id_lead_id")
        ),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("campaign_member", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_campaign_member_enrolment_id"), ["enrolment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_campaign_member_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "consent",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("purpose", sa.String(length=64), nullable=False),
        sa.Column("given", sa.Boolean(), nullable=False),
        sa.Column("text_version", sa.String(length=64), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_consent_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_consent")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_consent_contact_id"), ["contact_id"], unique=False)

    op.create_table(
        "conversation",
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False
        ),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("version", sa.String(length=64), server_default="", nullable=False),
        sa.Column("changed_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contact.id"],
            name=op.f("fk_conversation_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("contact_id", name=op.f("pk_conversation")),
    )
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_conversation_version"), ["version"], unique=False)

    op.create_table(
        "link",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("token", sa.String(length=32), nullable=False),
        sa.Column("url", sa.Text(), nullable=False),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "enrolment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("clicks", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("clicked_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("last_clicked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_link_enrolment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_link_lead_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_link")),
        sa.UniqueConstraint("token", name=op.f("uq_link_token")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_link_enrolment_id"), ["enrolment_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_link_lead_id"), ["lead_id"], unique=False)

    op.create_table(
        "follow_up",
        sa.Column(
            "id",
            sa.BigInteger().with_variant(sa.Integer(), "sqlite"),
            autoincrement=True,
            nullable=False,
        ),
        sa.Column("lead_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=False),
        sa.Column(
            "contact_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("staff_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column("channel", sa.String(length=64), server_default="", nullable=False),
        sa.Column("sequence", sa.String(length=64), nullable=False),
        sa.Column("step", sa.Integer(), nullable=False),
        sa.Column(
            "enrolment_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("state", sa.String(length=64), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("key", sa.String(length=128), nullable=False),
        sa.Column(
            "consent_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True
        ),
        sa.Column("reason", sa.Text(), server_default="", nullable=False),
        sa.Column("note", sa.Text(), server_default="", nullable=False),
        sa.Column("content", sa.String(length=64), server_default="", nullable=False),
        sa.Column("outbox_id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), nullable=True),
        sa.Column(
            "outlives_reply", sa.Boolean(), server_default=sa.text("(false)"), nullable=False
        ),
        sa.Column("attempts", sa.Integer(), server_default="0", nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("settled_at", sa.DateTime(timezone=True), nullable=True),
        sa.CheckConstraint(
            "sequence IN ('nudge','appointment') OR staff_id IS NOT NULL OR consent_id IS NOT NULL",
            name=op.f("ck_follow_up_consent"),
        ),
        sa.CheckConstraint(
            "contact_id IS NOT NULL OR staff_id IS NOT NULL", name=op.f("ck_follow_up_addressee")
        ),
        sa.ForeignKeyConstraint(
            ["consent_id"], ["consent.id"], name=op.f("fk_follow_up_consent_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contact.id"], name=op.f("fk_follow_up_contact_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["enrolment_id"],
            ["enrolment.id"],
            name=op.f("fk_follow_up_enrolment_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["lead_id"], ["lead.id"], name=op.f("fk_follow_up_lead_id"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["staff_id"], ["staff.id"], name=op.f("fk_follow_up_staff_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_follow_up")),
        sa.UniqueConstraint("key", name=op.f("uq_follow_up_key")),
        sqlite_autoincrement=True,
    )
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_follow_up_consent_id"), ["consent_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_follow_up_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(
            "ix_follow_up_dead",
            ["id"],
            unique=False,
            sqlite_where=sa.text("state = 'dead'"),
            postgresql_where=sa.text("state = 'dead'"),
        )
        batch_op.create_index(
            "ix_follow_up_due",
            ["due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.create_index(
            "ix_follow_up_due_by_channel",
            ["channel", "due_at"],
            unique=False,
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.create_index(
            batch_op.f("ix_follow_up_enrolment_id"), ["enrolment_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_follow_up_lead_id"), ["lead_id"], unique=False)
        batch_op.create_index(
            "ix_follow_up_rung",
            ["settled_at"],
            unique=False,
            sqlite_where=sa.text("state = 'sent' AND staff_id IS NOT NULL"),
            postgresql_where=sa.text("state = 'sent' AND staff_id IS NOT NULL"),
        )


def downgrade() -> None:
    with op.batch_alter_table("follow_up", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_follow_up_rung",
            sqlite_where=sa.text("state = 'sent' AND staff_id IS NOT NULL"),
            postgresql_where=sa.text("state = 'sent' AND staff_id IS NOT NULL"),
        )
        batch_op.drop_index(batch_op.f("ix_follow_up_lead_id"))
        batch_op.drop_index(batch_op.f("ix_follow_up_enrolment_id"))
        batch_op.drop_index(
            "ix_follow_up_due_by_channel",
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.drop_index(
            "ix_follow_up_due",
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.drop_index(
            "ix_follow_up_dead",
            sqlite_where=sa.text("state = 'dead'"),
            postgresql_where=sa.text("state = 'dead'"),
        )
        batch_op.drop_index(batch_op.f("ix_follow_up_contact_id"))
        batch_op.drop_index(batch_op.f("ix_follow_up_consent_id"))

    op.drop_table("follow_up")
    with op.batch_alter_table("link", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_link_lead_id"))
        batch_op.drop_index(batch_op.f("ix_link_enrolment_id"))

    op.drop_table("link")
    with op.batch_alter_table("conversation", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversation_version"))

    op.drop_table("conversation")
    with op.batch_alter_table("consent", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_consent_contact_id"))

    op.drop_table("consent")
    with op.batch_alter_table("campaign_member", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_campaign_member_lead_id"))
        batch_op.drop_index(batch_op.f("ix_campaign_member_enrolment_id"))

    op.drop_table("campaign_member")
    with op.batch_alter_table("appointment", schema=None) as batch_op:
        batch_op.drop_index("ix_appointment_starts_at")
        batch_op.drop_index(batch_op.f("ix_appointment_staff_id"))
        batch_op.drop_index(batch_op.f("ix_appointment_lead_id"))
        batch_op.drop_index(batch_op.f("ix_appointment_contact_id"))

    op.drop_table("appointment")
    with op.batch_alter_table("alert_card", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_alert_card_alert_id"))

    op.drop_table("alert_card")
    with op.batch_alter_table("unanswered", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_unanswered_to_write",
            sqlite_where=sa.text("state = 'to_write'"),
            postgresql_where=sa.text("state = 'to_write'"),
        )
        batch_op.drop_index(
            "ix_unanswered_open",
            sqlite_where=sa.text("state = 'open'"),
            postgresql_where=sa.text("state = 'open'"),
        )
        batch_op.drop_index(batch_op.f("ix_unanswered_lead_id"))

    op.drop_table("unanswered")
    with op.batch_alter_table("topic", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_topic_lead_id"))
        batch_op.drop_index("ix_topic_chat")

    op.drop_table("topic")
    op.drop_table("takeover")
    with op.batch_alter_table("stage_move", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_stage_move_lead_id"))
        batch_op.drop_index("ix_stage_move_after")

    op.drop_table("stage_move")
    with op.batch_alter_table("snapshot", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_snapshot_lead_id"))

    op.drop_table("snapshot")
    with op.batch_alter_table("lead_address", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_address_mirrored"))
        batch_op.drop_index(batch_op.f("ix_lead_address_lead_id"))
        batch_op.drop_index(batch_op.f("ix_lead_address_address"))

    op.drop_table("lead_address")
    with op.batch_alter_table("fact", schema=None) as batch_op:
        batch_op.drop_index("ix_fact_lead_id")

    op.drop_table("fact")
    with op.batch_alter_table("event", schema=None) as batch_op:
        batch_op.drop_index("ix_event_lead_id")
        batch_op.drop_index("ix_event_kind_at")

    op.drop_table("event")
    with op.batch_alter_table("enrolment", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_enrolment_running",
            sqlite_where=sa.text("state = 'running'"),
            postgresql_where=sa.text("state = 'running'"),
        )
        batch_op.drop_index(batch_op.f("ix_enrolment_lead_id"))

    op.drop_table("enrolment")
    with op.batch_alter_table("deed", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_deed_lead_id"))

    op.drop_table("deed")
    with op.batch_alter_table("contact", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_lead_id"))

    op.drop_table("contact")
    with op.batch_alter_table("asking", schema=None) as batch_op:
        batch_op.drop_index("ix_asking_shown_at")
        batch_op.drop_index(batch_op.f("ix_asking_lead_id"))

    op.drop_table("asking")
    with op.batch_alter_table("alert", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_alert_offered",
            sqlite_where=sa.text("state = 'offered'"),
            postgresql_where=sa.text("state = 'offered'"),
        )
        batch_op.drop_index(batch_op.f("ix_alert_lead_id"))
        batch_op.drop_index(
            "ix_alert_due",
            sqlite_where=sa.text("state IN ('offered', 'claimed')"),
            postgresql_where=sa.text("state IN ('offered', 'claimed')"),
        )
        batch_op.drop_index("ix_alert_created_at")
        batch_op.drop_index("ix_alert_claimed_at")
        batch_op.drop_index(
            "ix_alert_claimed",
            sqlite_where=sa.text("state = 'claimed'"),
            postgresql_where=sa.text("state = 'claimed'"),
        )

    op.drop_table("alert")
    with op.batch_alter_table("web_file_reader", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_web_file_reader_line"))
        batch_op.drop_index(batch_op.f("ix_web_file_reader_file_id"))
        batch_op.drop_index(batch_op.f("ix_web_file_reader_chat_id"))

    op.drop_table("web_file_reader")
    with op.batch_alter_table("staff_account", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_staff_account_staff_id"))

    op.drop_table("staff_account")
    with op.batch_alter_table("schedule", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_schedule_staff_id"))
        batch_op.drop_index("ix_schedule_due_at")

    op.drop_table("schedule")
    with op.batch_alter_table("lead", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_lead_tied_to"))
        batch_op.drop_index("ix_lead_temperature_score")
        batch_op.drop_index("ix_lead_score")
        batch_op.drop_index(
            "ix_lead_sample", sqlite_where=sa.text("sample"), postgresql_where=sa.text("sample")
        )
        batch_op.drop_index("ix_lead_heard_at")
        batch_op.drop_index("ix_lead_created_at")
        batch_op.drop_index("ix_lead_birthday")

    op.drop_table("lead")
    op.drop_table("invite")
    op.drop_table("campaign")
    op.drop_table("web_file")
    op.drop_table("staff")
    op.drop_table("setting")
    op.drop_table("sequence_version")
    op.drop_table("score_rules")
    op.drop_table("score_night")
    with op.batch_alter_table("score_model", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_score_model_active",
            sqlite_where=sa.text("state = 'active'"),
            postgresql_where=sa.text("state = 'active'"),
        )

    op.drop_table("score_model")
    with op.batch_alter_table("outbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_outbox_unsettled",
            sqlite_where=sa.text("state IN ('claimed', 'sending', 'unknown', 'dead')"),
            postgresql_where=sa.text("state IN ('claimed', 'sending', 'unknown', 'dead')"),
        )
        batch_op.drop_index(
            "ix_outbox_to_staff",
            sqlite_where=sa.text("urgency = 2"),
            postgresql_where=sa.text("urgency = 2"),
        )
        batch_op.drop_index(
            "ix_outbox_open",
            sqlite_where=sa.text("state IN ('due', 'claimed', 'sending')"),
            postgresql_where=sa.text("state IN ('due', 'claimed', 'sending')"),
        )
        batch_op.drop_index(batch_op.f("ix_outbox_lead_id"))
        batch_op.drop_index(
            "ix_outbox_edits",
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.drop_index(
            "ix_outbox_due",
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )
        batch_op.drop_index("ix_outbox_chat")

    op.drop_table("outbox")
    with op.batch_alter_table("notice", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_notice_lead_id"))
        batch_op.drop_index(
            "ix_notice_due",
            sqlite_where=sa.text("state = 'due'"),
            postgresql_where=sa.text("state = 'due'"),
        )

    op.drop_table("notice")
    with op.batch_alter_table("inbox", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_inbox_waiting",
            sqlite_where=sa.text("state = 'waiting'"),
            postgresql_where=sa.text("state = 'waiting'"),
        )
        batch_op.drop_index(
            "ix_inbox_dead",
            sqlite_where=sa.text("state = 'dead'"),
            postgresql_where=sa.text("state = 'dead'"),
        )

    op.drop_table("inbox")
    op.drop_table("erased_address")
    op.drop_table("business_version")
    with op.batch_alter_table("audit", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_audit_who"))
        batch_op.drop_index(batch_op.f("ix_audit_lead_id"))

    op.drop_table("audit")
