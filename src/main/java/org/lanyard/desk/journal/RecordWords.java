package org.lanyard.desk.journal;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.lanyard.desk.FactGrid;
import org.lanyard.desk.Payment;
import org.lanyard.desk.ShownText;
import org.lanyard.desk.Words;
import org.lanyard.journal.Entry;
import org.lanyard.journal.RecordKind;
import org.lanyard.roster.Correction;
import org.lanyard.scan.Sentence;

public final class RecordWords {

    private final Words words;

    public RecordWords(Words words) {
        this.words = words;
    }

    public String kind(Entry entry) {
        String kind = words.say("kind." + entry.kind());
        String detail = switch (entry.kind()) {
            case REFUSAL -> words.verdicts().word(Objects.requireNonNull(entry.detail()));
            case CORRECTION -> words.correction(Objects.requireNonNull(entry.detail()));
            default -> entry.detail();
        };
        return detail == null ? kind : words.say("journal.of", kind, detail);
    }

    public String line(Entry entry, Currency currency) {
        String corrected = entry.kind() == RecordKind.CORRECTION ? corrected(entry, currency) : null;
        String voided = entry.voidedAt() == null ? null : words.say("record.voided");
        String letThrough = entry.overridden() ? words.say("record.let-through") : null;
        return Stream.of(kind(entry), letThrough, corrected, entry.station(), entry.staff(), entry.note(), voided,
                entry.voidReason())
                .filter(part -> part != null && !part.isBlank()).collect(Collectors.joining(" · "));
    }

    // Money stands in the journal in minor units, before the means.
    private String corrected(Entry entry, Currency currency) {
        String value = Objects.requireNonNullElse(entry.payload(), "");
        if (!"paid".equals(entry.detail()) || !value.matches("[0-9]{1,18} [a-z]+")) {
            return value;
        }
        String[] parts = value.split(" ");
        Correction.Means means =
                Stream.of(Correction.Means.values()).filter(each -> each.word().equals(parts[1])).findFirst()
                        .orElse(Correction.Means.OTHER);
        return Payment.shown(Long.parseLong(parts[0]), currency, words.locale()) + " · " + Payment.means(means, words);
    }

    String title(Entry entry) {
        return Stream.of(Optional.ofNullable(entry.name()), Optional.ofNullable(entry.payload())).flatMap(Optional::stream)
                .findFirst().orElseGet(() -> kind(entry));
    }

    String delivery(Entry entry) {
        if (entry.delivery() == null) {
            return "";
        }
        String state = words.say("delivery." + entry.delivery());
        return entry.deliveryReason() == null ? state : words.say("journal.of", state,
                words.say(Sentence.ofLine(entry.deliveryReason())));
    }

    public String shortTime(Instant at, ZoneId zone, LocalDate today) {
        String time = DateTimeFormatter.ofPattern("HH:mm:ss").format(at.atZone(zone));
        return LocalDate.ofInstant(at, zone).equals(today) ? time
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.SHORT).withLocale(words.locale()).format(at.atZone(zone))
                        + " " + time;
    }

    List<FactGrid.Fact> facts(Entry entry, Currency currency, ZoneId zone) {
        List<FactGrid.Fact> facts = new ArrayList<>();
        add(facts, "journal.what", kind(entry));
        add(facts, "journal.time", time(entry.at(), zone));
        line(facts, "journal.where", entry.station());
        line(facts, "journal.by", somebody(entry.staff()));
        line(facts, "journal.code", entry.accessCode());
        boolean correction = entry.kind() == RecordKind.CORRECTION;
        add(facts, correction ? "record.corrected" : "record.scanned",
                correction ? corrected(entry, currency) : entry.payload());
        if (entry.overridden()) {
            line(facts, "record.let-through", somebody(entry.staff()));
        }
        add(facts, correction || entry.overridden() ? "people.reason" : "record.note", entry.note());
        if (entry.voidedAt() != null) {
            add(facts, "record.voided", words.say("record.voided.by", time(entry.voidedAt(), zone),
                    somebody(entry.voidedBy())));
            add(facts, "record.void-reason", entry.voidReason());
        }
        add(facts, "record.delivery", delivery(entry));
        add(facts, "record.sequence", String.valueOf(entry.seq()));
        add(facts, "record.id", entry.id().toString());
        return facts;
    }

    private void add(List<FactGrid.Fact> facts, String label, @Nullable String value) {
        if (value != null && !value.isBlank()) {
            facts.add(new FactGrid.Fact(words.say(label), value));
        }
    }

    private void line(List<FactGrid.Fact> facts, String label, @Nullable String value) {
        add(facts, label, value == null ? null : ShownText.line(value));
    }

    private String somebody(@Nullable String staff) {
        return staff == null ? words.say("journal.nobody") : staff;
    }

    private String time(Instant at, ZoneId zone) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.FULL, FormatStyle.MEDIUM).withLocale(words.locale())
                .format(at.atZone(zone));
    }
}
