"""Telling a plan to buy from other times: past, habits, warranties, opening hours, names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from scoring.lead import TimingKind
from scoring.understanding.phrases import Hit
from scoring.understanding.text import Kind, Text, Token
from scoring.understanding.times import plan_words as words
from scoring.understanding.times.places import Grain
from scoring.understanding.times.time_phrases import TimePhrase
from scoring.understanding.times.timing_words import APPROXIMATE, FESTIVALS

# How far a word reaches, in tokens.
NEAR = 3
WITHIN_REACH = 8
FAR = 16
# What ties a time to the writer's own buying, strongest first.
TIES = {words.CLOSING: 2, words.NEED: 2, words.BUYING: 2, words.MEETING: 1}
# "trước 15/4" alone says as much.
RELATED = 2
CONSEQUENCE = 1
_BUYING = frozenset((words.CLOSING, words.BUYING))
_OWN = frozenset((words.NEED, words.CLOSING, words.BUYING))
# "quà Tết" is bought, not a time.
_FEASTS = frozenset((Grain.FESTIVAL, Grain.SEASON))
# Times that may say when a shop is open, what a figure is told by, what a number may be.
_HOURLY = frozenset((Grain.DAY, Grain.WEEKDAY, Grain.WEEK, None))
_ACCOUNTED = frozenset((Grain.MONTH, Grain.QUARTER, Grain.YEAR))
_NUMBERED = frozenset((Grain.DAY, Grain.MONTH))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """A message's hints of what its times are for."""

    tokens: Sequence[Token]
    hints: tuple[Hit, ...]

    @staticmethod
    def of(text: Text) -> Surroundings:
        hints = [hit for lexicon in words.HINTS for hit in lexicon.find(text.tokens)]
        return Surroundings(text.tokens, tuple(hints))

    def corrected_at(self) -> int | None:
        """The last word that takes back what was said before it."""
        marks = [hit.first for hit in self.hints if hit.label == words.CORRECTION]
        return max(marks, default=None)

    def setting(self, phrase: TimePhrase) -> Setting:
        first, last = self._clause(phrase)
        reach = max(first, phrase.first - FAR)
        return Setting(
            phrase,
            self.tokens,
            first,
            tuple(
                hit
                for hit in self.hints
                if reach <= hit.first < phrase.first
                # "sinh ngày 12/5": the birth takes the word that the date begins with.
                and (hit.last < phrase.first or hit.label == words.BIRTH)
            ),
            tuple(hit for hit in self.hints if phrase.last < hit.first and hit.last <= last),
            frozenset(hit.label for hit in self.hints if hit.last < first),
        )

    def _clause(self, phrase: TimePhrase) -> tuple[int, int]:
        first, last = phrase.first, phrase.last
        while first and not _parts_clauses(self.tokens[first - 1]):
            first -= 1
        while last + 1 < len(self.tokens) and not _parts_clauses(self.tokens[last + 1]):
            last += 1
        return first, last


@dataclass(frozen=True, slots=True)
class Setting:
    """One time, and the hints around it in its clause."""

    phrase: TimePhrase
    tokens: Sequence[Token]
    clause: int  # the token it starts at
    before: tuple[Hit, ...]
    after: tuple[Hit, ...]
    earlier: frozenset[str]  # labels of what was said before the clause

    def is_plan(self, *, asked: bool) -> bool:
        """Whether this time may be when somebody wants to buy."""
        phrase = self.phrase
        if phrase.window is None or self._is_something_else():
            return False
        if phrase.is_bare:
            return asked
        if phrase.is_length and not asked and self._asks_how_long():
            return False
        if phrase.firm or asked or self._stands_alone():
            return True
        leads = self.clause == phrase.first
        # "no budget yet, maybe Q4": a district is not guessed at
        if leads and phrase.grain is Grain.QUARTER and self._word(phrase.first) in APPROXIMATE:
            return True
        return self.tie() > 0 and (phrase.grain not in _FEASTS or leads)

    def is_denied(self) -> bool:
        """ "không phải tháng 4", "tháng này bận"."""
        if any(hit.label == words.NOT and self._is_adjacent(hit) for hit in self.before):
            return True
        return self._soon_after(words.BUSY) or self._is_absence()

    def _is_absence(self) -> bool:
        """ "đi công tác tới thứ 6", "on holiday until Monday"."""
        until = self.phrase.first
        until -= self._word(until) not in words.UNTIL
        return self._word(until) in words.UNTIL and any(
            hit.label == words.AWAY and until - hit.last <= NEAR for hit in self.before
        )

    def is_served(self) -> bool:
        """ "đang dùng bên kia tới hết tháng 8": until then nothing is bought."""
        until = self.phrase.first
        until -= self._word(until) not in words.UNTIL
        return self._word(until) in words.UNTIL and any(
            hit.label == words.SERVED and until - hit.last <= WITHIN_REACH for hit in self.before
        )

    def tie(self) -> int:
        """How firmly the clause ties this time to the writer's own buying."""
        labels = self._labels()
        weight = max((TIES.get(label, 0) for label in labels), default=0)
        if self.phrase.is_related and not weight:
            weight = RELATED
        if words.MEETING in labels and not labels & _BUYING:
            weight = TIES[words.MEETING]
        return weight + (CONSEQUENCE if self._word(self.clause - 1) in words.THEREFORE else 0)

    def brings_news(self) -> bool:
        """ "tuần sau họp mới biết": not when they buy, but when they will know."""
        return any(hit.label == words.NEWS for hit in self.after)

    def _is_something_else(self) -> bool:
        return (
            self._is_name()
            or self._is_today()
            or self._is_address_or_share()
            or self._belongs_to_a_noun()
            or self._is_past_or_habit()
            or (self.phrase.is_length and self._is_term())
            or self._is_sellers()
            or self._is_cancelled_or_accounted()
            or self._is_counted_down()
        )

    def _is_counted_down(self) -> bool:
        """ "còn 86 ngày nữa là Tết", "bà năm nay 80 tuổi": how long it is, how old she is."""
        last = self.phrase.last
        if self._word(self.clause - 1) in words.REMAINING:
            if self.phrase.is_length:
                behind = range(last + 1, min(last + 1 + NEAR, len(self.tokens)))
                return any(FESTIVALS.at(self.tokens, at) is not None for at in behind)
            before = range(self.phrase.first - NEAR, self.phrase.first)
            if self.phrase.grain in _FEASTS and any(self._word(at) in words.MORE for at in before):
                return True
        aged = range(last + 1, last + 1 + NEAR)
        return self.phrase.grain is Grain.YEAR and any(self._word(at) in words.AGE for at in aged)

    def _is_name(self) -> bool:
        """ "chị Mai", "Mai Phương"; but "demo giúp em mai nhé" is tomorrow."""
        first = self.phrase.first
        if self._word(first) != "mai":
            return False
        before, two_before = self._word(first - 1), self._word(first - 2)
        following = self._word(self.phrase.last + 1)
        if first == self.phrase.last and following in words.MAI_GOES_ON:
            return True
        if before in words.HONORIFICS or before in words.NAMING:
            return True
        if before in words.IS:
            return two_before in words.SPEAKERS or two_before in words.HONORIFICS
        if before not in words.SPEAKERS or self.phrase.clock is not None:
            return False
        ends = not following or following in words.BREAKS or following in words.PARTICLES
        return ends and two_before not in words.DONE_FOR

    def _is_today(self) -> bool:
        """ "nay 14 tháng 2 buồn ghê": the day it is, told in passing."""
        of_day = self.phrase.grain is Grain.DAY and not self.phrase.is_related
        before = self.phrase.first - 1
        before -= self._word(before) in words.IS
        return of_day and self._word(before) in words.TODAY and not self.tie()

    def _is_address_or_share(self) -> bool:
        """ "đường 30/4", "17/4 Hai Bà Trưng", "3/4 nhân viên"."""
        phrase = self.phrase
        if phrase.grain not in _NUMBERED or phrase.is_related:
            return False
        if any(hit.label == words.ADDRESS and self._is_adjacent(hit) for hit in self.before):
            return True
        first = phrase.first
        first += self._word(first) in APPROXIMATE  # "khoảng 3/4 khách"
        if self.tokens[first].kind is not Kind.NUMBER or self._word(first + 1) != "/":
            return False
        following = self._word(phrase.last + 1)
        if following in words.STREETS:
            return True
        shared = following in words.SHARED or self._word(first - 1) in words.SHARING
        return shared and not phrase.firm

    def _belongs_to_a_noun(self) -> bool:
        """ "lương tháng 13", "lần thứ hai", "quà Tết", "sinh nhật 12/8"."""
        if any(hit.label == words.BIRTH for hit in self.before):
            return True
        if self.phrase.is_related:
            return False
        beside = {hit.label for hit in self.before if self._is_adjacent(hit)}
        if words.TITLE in beside and not self._are_dealt_in():
            return True
        if words.ORDINAL in beside and self.phrase.grain is Grain.WEEKDAY:
            return self.phrase.first == self.phrase.last - 1
        wished = words.GREETING in self.earlier or self._said_before(words.GREETING)
        return wished and not self.tie()

    def _is_past_or_habit(self) -> bool:
        phrase = self.phrase
        # "tháng sau" and "2 tuần nữa" are to come whatever was before.
        may_be_past = phrase.is_floating or (
            phrase.is_length and (phrase.is_bare or phrase.kind is not TimingKind.POINT)
        )
        for hit in self.before:
            if may_be_past and hit.label in (words.PAST, words.TOLD) and self._is_within_reach(hit):
                return True
            habit = hit.label == words.HABIT and self._is_adjacent(hit) and not phrase.is_related
            if habit and not self._are_goods(hit):
                return True
        # "Hồi năm ngoái, tầm tháng 10, …": the clause before is of the past.
        told = words.PAST in self.earlier and self.phrase.is_floating
        if told and not self.phrase.is_related and not self.tie():
            return True
        return (may_be_past or phrase.has_begun) and self._soon_after(words.PAST)

    def _are_goods(self, habit: Hit) -> bool:
        """ "cần phần mềm bán hàng tuần này": goods (hàng), and no weekly habit."""
        goods = self._word(habit.last) in words.GOODS and habit.first == habit.last
        return goods and self._word(self.phrase.last) in words.THIS_OR_NEXT

    def _are_dealt_in(self) -> bool:
        """ "mua hàng tháng sau": bought then; "hàng tháng sau" are the goods of that month."""
        first = self.phrase.first
        return self._word(first - 1) in words.GOODS and self._word(first - 2) in words.DEALING

    def _is_term(self) -> bool:
        """The length of a contract, a warranty, a plan of instalments, or a price's."""
        if self.phrase.is_bare and self._word(self.phrase.first - 1) in words.PRICES:
            return True
        if any(hit.label == words.LASTING and self._is_adjacent(hit) for hit in self.before):
            return True
        near = (hit for hit in self.before if self._is_within_reach(hit))
        # "3 tháng nữa hợp đồng cũ hết hạn": in that time, not for that time.
        after = () if self.phrase.kind is TimingKind.POINT and self.phrase.firm else self.after
        return any(hit.label == words.TERM for hit in (*near, *after))

    def _asks_how_long(self) -> bool:
        """ "làm trong 2 tuần được không", "what happens after 12 months?"."""
        labels = self._labels()
        if self.phrase.kind not in (TimingKind.DEADLINE, TimingKind.AFTER):
            return False
        asks = {words.QUESTION, words.REQUEST} & labels or self._ends_in_question_mark()
        return bool(asks) and not labels & {words.NEED, words.CLOSING}

    def _is_sellers(self) -> bool:
        """Asked of the seller: delivery, opening hours, the end of an offer."""
        labels = self._labels()
        if words.OFFER in labels:
            return words.NEED not in labels and words.CLOSING not in labels
        if words.NEED in labels:
            return False
        asks = words.QUESTION in labels or self._ends_in_question_mark()
        asks_day = any(
            words.WHICH_DAY.at(self.tokens, at) is not None
            for at in range(
                self.phrase.last + 1, min(self.phrase.last + 1 + NEAR, len(self.tokens))
            )
        )
        if words.PRESENCE in labels and (asks_day or (asks and self.phrase.grain in _FEASTS)):
            return True
        if self.phrase.grain in _HOURLY:
            listed = self.phrase.kind is TimingKind.PERIOD
            if words.HOURS in labels or (words.PRESENCE in labels and (asks or listed)):
                return True
        if words.DELIVERY not in labels:
            return False
        asks = asks or self._word(self.phrase.first) in words.HOW_MANY
        # "mai giao được không" asks for it on that day, "giao trong 2 ngày à" how long it takes.
        requested = words.REQUEST in labels
        return asks or requested if self.phrase.is_length else asks and not requested

    def _is_cancelled_or_accounted(self) -> bool:
        """ "huỷ hẹn thứ 5", "ngân sách năm nay 2 tỷ", "cuối tuần quán đông lắm"."""
        if self._said_before(words.CANCEL):
            return not self._said_before(words.CORRECTION)
        labels = self._labels()
        if labels & _OWN or self.phrase.is_related:
            return False
        if words.TRADE in labels and self.phrase.grain in _HOURLY:
            return True
        if words.WEATHER in labels and not labels & _BUYING:
            return True
        if words.MOAN in labels and self.phrase.has_begun:
            return True
        return self._said_before(words.FIGURE) and self.phrase.grain in _ACCOUNTED

    def _ends_in_question_mark(self) -> bool:
        for token in self.tokens[self.phrase.last + 1 :]:
            if token.word in ".!;?":
                return token.word == "?"
        return False

    def _stands_alone(self) -> bool:
        """Nothing of substance is said beside it."""
        if len(self.tokens) > self.phrase.last - self.phrase.first + FAR:
            return False
        return all(
            token.word in words.PARTICLES or token.kind is Kind.MARK
            for place, token in enumerate(self.tokens)
            if not self.phrase.first <= place <= self.phrase.last
        )

    def _labels(self) -> set[str]:
        return {hit.label for hit in (*self.before, *self.after)}

    def _said_before(self, label: str) -> bool:
        return any(hit.label == label for hit in self.before)

    def _soon_after(self, label: str) -> bool:
        reach = self.phrase.last + NEAR
        return any(hit.label == label and hit.first <= reach for hit in self.after)

    def _is_adjacent(self, hit: Hit) -> bool:
        return hit.last == self.phrase.first - 1

    def _is_within_reach(self, hit: Hit) -> bool:
        return hit.first >= self.phrase.first - WITHIN_REACH

    def _word(self, at: int) -> str:
        return self.tokens[at].word if 0 <= at < len(self.tokens) else ""


def _parts_clauses(token: Token) -> bool:
    return token.word in words.BREAKS or token.word in words.CONJUNCTIONS
