package org.lanyard.model;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.lanyard.model.Book.Entry;
import org.lanyard.model.Register.Product;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The days of one seed: rosters, settings, scans in every mode and voids, on the program and on the model alike. */
final class Event {

    /** As many scans as the runs below name. */
    static final int ALL = 20_000;

    private static final String HERE = RegisterMaker.HERE;
    private static final String ELSEWHERE = RegisterMaker.ELSEWHERE;
    private static final List<String> VERDICTS = List.of("checked_in", "re_entry", "admitted", "admitted_again",
            "redeemed", "choose_item", "needs_attention", "repeat_scan", "fully_redeemed", "not_purchased", "door_full",
            "no_order", "order_not_active", "no_ticket", "wrong_conference", "unknown_code", "unreadable");

    private final int scans;
    private final Path folder;
    private final Program program;
    private final Random random;
    private final RegisterMaker maker;
    private final Payloads payloads;
    private final List<String> newcomers;
    private final Rules here;
    private final Rules elsewhere;
    private final Disagreements disagreements;
    private final Map<String, Integer> answered = new TreeMap<>();

    /** @param scans how many in all the runs together, a divisor of {@link #ALL} */
    Event(long seed, int scans, Path folder, boolean ownProcesses) {
        this.scans = scans;
        this.folder = folder;
        program = new Program(folder, ownProcesses);
        random = new Random(seed);
        maker = new RegisterMaker(random);
        CodeMaker codes = new CodeMaker(random);
        payloads = new Payloads(random, codes.here(), codes.elsewhere());
        newcomers = codes.newcomers();
        Register first = maker.here(codes.fromTheStart());
        Register second = maker.elsewhere(codes.elsewhere());
        here = new Rules(first, second);
        elsewhere = new Rules(second, first);
        disagreements = new Disagreements(seed);
    }

    String disagreements() {
        return disagreements.told();
    }

    void happens() throws IOException, InterruptedException {
        setUp();
        firstDay();
        inBetween(newcomers);
        perLine(true);
        secondDay();
        inBetween(List.of());
        perLine(!here.perLine());
        perLine(true);
        thirdDay();
        addUp(here);
        addUp(elsewhere);
        done("verify");
        everythingHappened();
    }

    /** A model is worth what it was asked: every verdict must have been met, and as many scans as were promised. */
    private void everythingHappened() {
        List<String> never = VERDICTS.stream().filter(verdict -> !answered.containsKey(verdict)).toList();
        int answers = answered.values().stream().mapToInt(Integer::intValue).sum();
        if (!never.isEmpty() || answers != scans) {
            disagreements.note("coverage", scans + " scans were to meet every verdict; there were " + answers
                    + ", and none met " + never + ".");
        }
        long carried = here.book().units().stream().filter(Entry::isCarried).count();
        System.out.println("Units carried: " + carried + ". Used tickets taken over: " + here.takenOver() + ".");
        if (carried == 0 || here.takenOver() == 0) {
            disagreements.note("coverage", "Nothing that was used moved with its purchase.");
        }
    }

    private void setUp() throws IOException {
        importHere(here.register());
        done("roster", "import", "--conference", ELSEWHERE, "--timezone", elsewhere.register().timezone(),
                RegisterFiles.csv(elsewhere.register(), folder.resolve("elsewhere.csv")).toString());
        capacity(RegisterMaker.TUTORIAL, scans < ALL ? 7 : 15);   // so that a short event fills its rooms too
        capacity(RegisterMaker.WORKSHOP.getFirst(), scans < ALL ? 5 : 12);
        perLine(true);
        done("staff", "set", "lea", "--role", "lead");
        here.leads().add("lea");
    }

    private void firstDay() throws IOException, InterruptedException {
        scan(Run.checkIn(HERE, "Desk 1", 3_500));
        scan(Run.redeem(RegisterMaker.LUNCH, "Lunch", 2_000).by("sam"));
        scan(Run.choose("Info", 1_500));
        voidSome(3);
        perLine(false);
        perLine(true);
        perLine(false);
        scan(Run.checkIn(HERE, "Registration Desk '2'", 3_000).by("zoe").with("--acknowledge", "--note", "%s'"));
        scan(Run.door(RegisterMaker.TUTORIAL, "Door A", 2_500));
        scan(Run.redeem(RegisterMaker.LUNCH, "Lunch", 1_500).with("--repeat-window", "3600"));
    }

    private void inBetween(List<String> newcomers) throws IOException {
        Register stated = maker.later(here.register(), newcomers);
        Register now = here.register().after(stated);
        importHere(stated);
        here.replace(now, elsewhere.register());
        elsewhere.meanwhile(now);
        voidSome(3);
    }

    private void secondDay() throws IOException, InterruptedException {
        Run door = Run.door(RegisterMaker.WORKSHOP.getFirst(), "Door B", 1_000).with("--override");
        scan(Run.checkIn(HERE, "Desk 1", 1_000).by("lea"));
        scan(Run.redeem(random.nextBoolean() ? RegisterMaker.LUNCH : RegisterMaker.TSHIRT, "Lunch", 1_000));
        scan(door.by("sam"));
        scan(random.nextBoolean() ? door : door.by("lea"));
        scan(Run.checkIn(ELSEWHERE, "Desk 1", 1_000));
    }

    private void thirdDay() throws IOException, InterruptedException {
        scan(Run.choose("Info", 500));
        scan(Run.redeem(RegisterMaker.LUNCH, "Lunch", 500));
    }

    private void importHere(Register register) throws IOException {
        done("roster", "import", RegisterFiles.json(register, folder.resolve("here.json")).toString());
    }

    private void capacity(Product door, int people) {
        done("door", "set", door.qualified(), "--capacity", "" + people, "--conference", HERE);
        here.capacities().put(door, people);
    }

    /** R19 refuses what the redemptions made so far contradict; the other direction always fits. */
    private void perLine(boolean shared) {
        boolean fits = !shared || here.maySharePerLine();
        int code = program.run("conference", "set", "--conference", HERE, "--redeem-per", shared ? "line" : "attendee")
                .code();
        if (code != (fits ? 0 : 1)) {
            disagreements.note("R19", "Counting per line: " + shared + " was to be " + (fits ? "taken" : "refused")
                    + ", and the exit code was " + code + ".");
        }
        if (code == 0) {
            here.perLine(shared);
        }
    }

    /** A command that has to succeed. */
    private void done(String... arguments) {
        Program.Outcome outcome = program.run(arguments);
        if (outcome.code() != 0) {
            disagreements.note("commands", "The command " + List.of(arguments) + " ended with " + outcome.code()
                    + " and said: " + outcome.errors());
        }
    }

    private void scan(Run run) throws IOException, InterruptedException {
        Rules rules = run.conference().equals(HERE) ? here : elsewhere;
        List<byte[]> lines = payloads.next(run.scans() / (ALL / scans));
        List<JsonNode> answers = answers(run, lines);
        rules.beginRun();
        for (int i = 0; i < lines.size(); i++) {
            JsonNode got = i < answers.size() ? answers.get(i) : JsonMapper.shared().createObjectNode();
            ObjectNode expected = rules.answer(run, payload(lines.get(i)));
            answered.merge(got.path("verdict").asString("none"), 1, Integer::sum);
            disagreements.compare(run, i, lines.get(i), expected, got);
            if (rules.recorded() != null) {
                rules.recorded().id = got.path("id").asString(null);
                rules.recorded().at = got.path("at").asString(null);
            }
        }
    }

    private List<JsonNode> answers(Run run, List<byte[]> lines) throws IOException, InterruptedException {
        Program.Outcome outcome = program.scan(run, lines);
        if (outcome.code() != 0) {
            disagreements.note("faults", run + " was to end with 0; it ended with " + outcome.code() + " and said: "
                    + outcome.errors());
        }
        return outcome.output().lines().<JsonNode>map(JsonMapper.shared()::readTree).toList();
    }

    /** The text of a line: its end is a line feed or a carriage return before one. */
    private static String payload(byte[] line) {
        String text = new String(line, StandardCharsets.UTF_8);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
    }

    /** Some of each kind, and the last one twice, which changes nothing. */
    private void voidSome(int ofEach) {
        List<Predicate<Entry>> kinds = List.of(entry -> entry.acknowledged != null, Entry::isCheckIn, Entry::isDoor,
                entry -> entry.line != null);
        for (Predicate<Entry> kind : kinds) {
            List<Entry> live = new ArrayList<>(here.book().live().filter(kind).filter(entry -> entry.id != null)
                    .toList());
            Collections.shuffle(live, random);
            live.stream().limit(ofEach).forEach(this::voidOne);
        }
        here.book().lastVoided().ifPresent(this::voidOne);
    }

    /** By somebody unnamed, a lead, or a volunteer within the five minutes that R25 gives. */
    private void voidOne(Entry entry) {
        List<String> arguments = new ArrayList<>(List.of("void", entry.id, "--reason", "Scanned in error"));
        switch (random.nextInt(3)) {
            case 0 -> arguments.addAll(List.of("--staff", "lea"));
            case 1 -> arguments.addAll(List.of("--staff", "sam"));
            default -> {}
        }
        done(arguments.toArray(String[]::new));
        entry.voided = true;
    }

    private void addUp(Rules rules) {
        String slug = rules.register().slug();
        Program.Outcome outcome = program.run("stats", "--json", "--conference", slug);
        Map<String, String> expected = Totals.expected(rules);
        Map<String, String> got = Totals.of(JsonMapper.shared().readTree(outcome.output()));
        Set<String> figures = new TreeSet<>(expected.keySet());
        figures.addAll(got.keySet());
        figures.removeIf(figure -> Objects.equals(expected.get(figure), got.get(figure)));
        figures.forEach(figure -> disagreements.note("stats", "The figure \"" + figure + "\" of " + slug + " was to be "
                + expected.getOrDefault(figure, "left out") + ", and was " + got.getOrDefault(figure, "left out")
                + "."));
    }
}
