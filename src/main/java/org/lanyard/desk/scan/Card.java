package org.lanyard.desk.scan;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.lanyard.desk.Words;
import org.lanyard.desk.verdict.Face;
import org.lanyard.desk.verdict.Look;
import org.lanyard.gate.Dossier;
import org.lanyard.journal.Entry;
import org.lanyard.scan.Attendee;
import org.lanyard.scan.Conference;
import org.lanyard.scan.Decision;
import org.lanyard.scan.Detail;
import org.lanyard.scan.Item;
import org.lanyard.scan.Source;
import org.lanyard.scan.Verdict;

/**
 * The content of the scan screen at one moment, all of it about one person or nobody.
 *
 * @param time     of the scan at the venue, to the second; empty for none
 * @param items    those with something left first
 * @param code     the person's access code; empty where it is about nobody
 * @param attendee whom it is about, where they were just looked up or decided on
 * @param decision the answer to a scan that this shows
 * @param record   what may be voided
 */
public record Card(Face face, String time, List<Item> items, String code, Optional<Attendee> attendee,
        Optional<Decision> decision, Optional<UUID> record) {

    private static final int LONGEST_CHIP = 40;
    private static final int MINUTES = 5;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss");

    private static Card of(Face face) {
        return new Card(face, "", List.of(), "", Optional.empty(), Optional.empty(), Optional.empty());
    }

    static Card idle(String sentence, Words words) {
        return of(face(Look.IDLE, "", words.say("scan.idle"), sentence, words));
    }

    static Card notice(String title, String sentence, Words words) {
        return of(face(Look.AGAIN, "", title, sentence, words));
    }

    static Card fault(Throwable fault, Words words) {
        return of(face(Look.FAULT, words.say("scan.fault"), words.say("scan.fault.title"), words.why(fault), words));
    }

    static Face face(Look look, String headline, String title, String sentence, Words words) {
        return new Face(look, headline, title, sentence, words.verdicts().inOne(headline, title, sentence));
    }

    static Card of(Dossier dossier, Words words) {
        Attendee attendee = dossier.attendee();
        String in = dossier.checkIns() == 0 ? words.say("scan.found.new") : words.say("scan.found.in", dossier.checkIns());
        return new Card(withChips(face(Look.PERSON, words.say("scan.found"), attendee.shownName(), in, words),
                chips(attendee), details(attendee)), "", Item.usedUpLast(dossier.items()), attendee.accessCode(),
                Optional.of(attendee),
                Optional.empty(), Optional.empty());
    }

    static Card of(Decision decision, Words words) {
        Verdict verdict = decision.verdict();
        return verdict instanceof Verdict.ChoosePeople group
                ? new Card(GroupCard.face(group, words), time(decision.scan().at(), decision.post().conference()), List.of(),
                        "", Optional.empty(), Optional.of(decision), Optional.empty())
                : ofVerdict(decision, verdict, words);
    }

    private static Card ofVerdict(Decision decision, Verdict verdict, Words words) {
        Optional<Attendee> about = verdict.about();
        boolean lets = verdict.kind() != Verdict.Kind.STOP && verdict.kind() != Verdict.Kind.UNREACHABLE
                || verdict instanceof Verdict.FullyRedeemed;
        String headline = words.verdicts().headline(verdict);
        Face face = face(Look.of(verdict.kind()), about.isEmpty() ? "" : headline,
                about.map(Attendee::shownName).orElse(headline), words.verdicts().sentence(decision), words);
        List<String> chips = about.map(Card::chips).orElseGet(
                () -> List.of(shortened(decision.scan().text().strip())));
        return new Card(withChips(face, chips, about.map(Card::details).orElse(List.of())),
                time(decision.scan().at(), decision.post().conference()),
                lets && !(verdict instanceof Verdict.NeedsAttention) ? Item.usedUpLast(decision.items()) : List.of(),
                about.map(Attendee::accessCode).orElse(""), about, Optional.of(decision),
                Optional.of(decision.scan().id()).filter(_ -> verdict.recorded()));
    }

    static Card of(Entry entry, Conference conference, Words words) {
        String verdict = PastScan.verdict(entry);
        Face face = face(PastScan.look(entry), words.verdicts().word(verdict),
                Optional.ofNullable(entry.name()).filter(name -> !name.isBlank()).or(() -> Optional.ofNullable(
                        entry.accessCode())).orElse(words.verdicts().word(verdict)),
                "", words);
        return new Card(face, time(entry.at(), conference), List.of(),
                Optional.ofNullable(entry.accessCode()).orElse(""), Optional.empty(), Optional.empty(),
                Optional.of(entry.id()).filter(_ -> PastScan.stands(entry)));
    }

    private static Face withChips(Face face, List<String> chips, List<String> details) {
        return new Face(face.look(), face.headline(), face.title(), face.sentence(), face.spoken(), chips, details);
    }

    // The roster's note, and the fields that it asked to show.
    private static List<String> details(Attendee attendee) {
        Stream<String> fields = attendee.details().shown().entrySet().stream()
                .map(field -> field.getKey() + ": " + field.getValue());
        return Stream.concat(Stream.of(attendee.details().note()), fields).filter(line -> !line.isBlank()).toList();
    }

    static String time(Instant at, Conference conference) {
        return TIME.format(at.atZone(conference.zone()));
    }

    String minute() {
        return time.isEmpty() ? "" : time.substring(0, MINUTES);
    }

    private static String shortened(String payload) {
        return payload.length() <= LONGEST_CHIP ? payload : payload.substring(0, LONGEST_CHIP) + "…";
    }

    private static List<String> chips(Attendee attendee) {
        Stream<String> further = Detail.CHIPS.stream().map(attendee.details()::text);
        return Stream.of(Stream.of(attendee.ticketName(), attendee.company()), further, Stream.of(attendee.accessCode()))
                .flatMap(each -> each).filter(chip -> chip != null && !chip.isBlank()).toList();
    }

    public Look look() {
        return face.look();
    }

    public String name() {
        return face.title();
    }

    public boolean aboutSomebody() {
        return !code.isEmpty();
    }

    public boolean waiting() {
        return decision.map(Decision::verdict).filter(Verdict.NeedsAttention.class::isInstance).isPresent();
    }

    public boolean lookedUp() {
        return look() == Look.PERSON;
    }

    public Optional<Verdict.ChoosePeople> group() {
        return decision.map(Decision::verdict).filter(Verdict.ChoosePeople.class::isInstance)
                .map(Verdict.ChoosePeople.class::cast);
    }

    Optional<Verdict.LookAlike> lookAlike() {
        return decision.filter(answer -> answer.scan().source() == Source.TYPED)
                .map(Decision::verdict).filter(Verdict.UnknownCode.class::isInstance)
                .map(unknown -> ((Verdict.UnknownCode) unknown).lookAlike());
    }

    Card asVoided(Words words) {
        return replaced(words.say("scan.voided"), words.say("scan.voided.sentence"), words);
    }

    Card asSentAway(Words words) {
        return replaced(words.say("scan.sent-away"), words.say("scan.sent-away.sentence"), words);
    }

    private Card replaced(String headline, String sentence, Words words) {
        return new Card(withChips(face(Look.AGAIN, headline, name(), sentence, words), face.chips(), face.details()), time,
                List.of(), code,
                attendee, Optional.empty(), Optional.empty());
    }
}
