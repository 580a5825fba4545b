package org.lanyard.scan;

import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.lanyard.scan.Verdict.Occupancy;

/** A verdict in words, the same on every surface: a headline, and a sentence that says what to do. Times are the venue's. */
public final class Wording {

    private static final String BUNDLE = "org.lanyard.scan.verdicts";

    private static final Pattern ENDED = Pattern.compile("[.?!。？！]$");

    private final ResourceBundle words;
    private final Locale locale;

    public Wording(Locale locale) {
        this.locale = locale;
        this.words = ResourceBundle.getBundle(BUNDLE, locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    public String headline(Verdict verdict) {
        return words.getString(verdict.word() + (verdict instanceof Verdict.OrderNotActive order
                ? "." + order.status() : "") + ".headline");
    }

    /** The headline of a verdict that is known by its name only, as refusals keep it. */
    public String word(String verdict) {
        String key = verdict + ".headline";
        return words.containsKey(key) ? words.getString(key) : verdict;
    }

    public List<String> times(List<ValidTime> valid) {
        return ValidTimeWords.all(valid, locale);
    }

    public String sentence(Decision decision) {
        String sentence = saidOf(decision);
        return overridden(decision.verdict()) ? inOne(say("overridden"), sentence) : sentence;
    }

    private static boolean overridden(Verdict verdict) {
        return switch (verdict) {
            case Verdict.CheckedIn v -> v.overridden();
            case Verdict.ReEntry v -> v.overridden();
            case Verdict.Admitted v -> v.overridden();
            case Verdict.AdmittedAgain v -> v.overridden();
            case Verdict.Redeemed v -> v.overridden();
            default -> false;
        };
    }

    private String saidOf(Decision decision) {
        ZoneId zone = decision.post().conference().zone();
        LocalDate today = LocalDate.ofInstant(decision.scan().at(), zone);
        return switch (decision.verdict()) {
            case Verdict.CheckedIn _ -> inOne(say("checked_in"), party(decision.party()));
            case Verdict.ReEntry v when v.last().station() == null -> say("re_entry.elsewhere",
                    time(v.last().at(), zone, today));
            case Verdict.ReEntry v -> inOne(say("re_entry", time(v.last().at(), zone, today), v.last().station()),
                    party(decision.party()));
            case Verdict.Admitted v -> inside(v.door());
            case Verdict.AdmittedAgain v -> say("admitted_again", time(v.last().at(), zone, today),
                    v.last().station(), v.count());
            case Verdict.DoorFull v -> say("door_full", inside(v.door()));
            case Verdict.Redeemed v -> say("redeemed", v.item().description(), v.item().redeemed(),
                    v.item().quantity());
            case Verdict.FullyRedeemed v -> fullyRedeemed(v, zone, today);
            case Verdict.ChooseItem v -> say(v.items().isEmpty() ? "choose_item.none" : "choose_item");
            case Verdict.NeedsAttention v -> v.note();
            case Verdict.NotPurchased v -> notPurchased(v);
            case Verdict.OrderNotActive v -> say("order_not_active." + v.status(), String.valueOf(v.reference()));
            case Verdict.WrongConference v -> say("wrong_conference", v.other());
            case Verdict.UnknownCode v when v.lookAlike() != null -> say("unknown_code.look_alike",
                    v.lookAlike().accessCode(), v.lookAlike().name());
            case Verdict.UnknownCode _ -> say("unknown_code");
            case Verdict.NoOrder _ -> say("no_order");
            case Verdict.NoTicket _ -> say("no_ticket");
            case Verdict.ChoosePeople v -> say("choose_people", v.order(), v.people().size());
            case Verdict.Blocked v -> say(v.codeOnly() ? "blocked.code" : "blocked");
            case Verdict.NotValidNow v -> notValid(v, zone, today, decision.scan().at());
            case Verdict.NotCheckedIn _ -> say("not_checked_in");
            case Verdict.HubUnreachable v -> v.keepers().isEmpty() ? say("hub_unreachable")
                    : say("hub_unreachable.keeper", listed(v.keepers()));
            case Verdict.CheckedOut v -> inOne(say("checked_out"), left(v.door(), v.inside()));
            case Verdict.NotInside v -> inOne(say("not_inside"), left(v.door(), v.inside()));
            case Verdict.RepeatScan _ -> say("repeat_scan");
            case Verdict.Unreadable _ -> say("unreadable");
            case Verdict.NotDecided _ -> say("not_decided");
        };
    }

    public String message(Decision decision) {
        return inOne(headline(decision.verdict()), sentence(decision));
    }

    public String inOne(String... sentences) {
        String said = "";
        for (String next : sentences) {
            if (!next.isEmpty()) {
                said = said.isEmpty() ? next : joined(said, next);
            }
        }
        return said;
    }

    private String joined(String said, String next) {
        return say(ENDED.matcher(said).find() ? "then" : "stop.then", said, next);
    }

    public String listed(List<String> some) {
        return some.stream().reduce((before, next) -> say("and", before, next)).orElse("");
    }

    private String fullyRedeemed(Verdict.FullyRedeemed verdict, ZoneId zone, LocalDate today) {
        Seen last = verdict.units().isEmpty() ? null : verdict.units().getLast();
        String sentence = last == null || last.at() == null
                ? say("fully_redeemed.elsewhere", verdict.item().description())
                : say("fully_redeemed", verdict.item().description(), time(last.at(), zone, today), last.station());
        return inOne(sentence, carried(verdict));
    }

    // Units that were handed out on codes that the person no longer has (R38).
    private String carried(Verdict.FullyRedeemed verdict) {
        SequencedMap<String, Integer> byCode = new LinkedHashMap<>();
        verdict.units().forEach(unit -> unit.carriedFrom().filter(code -> !code.equals(verdict.attendee().accessCode()))
                .ifPresent(code -> byCode.merge(code, 1, Integer::sum)));
        return inOne(byCode.entrySet().stream().map(of -> say("fully_redeemed.carried", of.getValue(), of.getKey()))
                .toArray(String[]::new));
    }

    private String party(Optional<Party> party) {
        return party.map(people -> say("party", people.in(), people.size())).orElse("");
    }

    private String left(Optional<String> door, int inside) {
        return door.map(name -> say("left.door", name, inside)).orElseGet(() -> say("left.venue", inside));
    }

    private String notValid(Verdict.NotValidNow verdict, ZoneId zone, LocalDate today, Instant now) {
        if (verdict.perDay() > 0) {
            return verdict.last().map(last -> say("not_valid_now.day", verdict.product(), verdict.perDay(),
                    time(last.at(), zone, today), last.station())).orElse("");
        }
        List<String> times = ValidTimeWords.listed(verdict.valid(), now.atZone(zone).toLocalDateTime(), locale);
        return say("not_valid_now", verdict.product(), listed(times),
                ValidTimeWords.now(verdict.valid(), now.atZone(zone).toLocalDateTime(), locale));
    }

    private String notPurchased(Verdict.NotPurchased verdict) {
        if (verdict.inactive() != null) {
            return say("not_purchased.inactive", verdict.wanted(),
                    words.getString("order_not_active." + verdict.inactive() + ".headline"));
        }
        return verdict.instead().isEmpty() ? say("not_purchased", verdict.wanted())
                : say("not_purchased.instead", verdict.wanted(), listed(verdict.instead()));
    }

    private String inside(Occupancy door) {
        return door.capacity().isEmpty() ? say("inside", door.door(), door.admitted())
                : say("inside.of", door.door(), door.admitted(), door.capacity().getAsInt());
    }

    private String say(String key, @Nullable Object... arguments) {
        return new MessageFormat(words.getString(key), locale).format(arguments);
    }

    private String time(@Nullable Instant recorded, ZoneId zone, LocalDate today) {
        Instant at = Objects.requireNonNull(recorded);
        String time = DateTimeFormatter.ofPattern("HH:mm", locale).format(at.atZone(zone));
        LocalDate day = LocalDate.ofInstant(at, zone);
        return day.equals(today) ? time
                : say("at", DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale).format(day), time);
    }
}
