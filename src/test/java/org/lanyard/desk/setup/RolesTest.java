package org.lanyard.desk.setup;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.lanyard.Rig;
import org.lanyard.badge.job.BadgeSettings;
import org.lanyard.badge.job.PrintJobs;
import org.lanyard.desk.Workplace;
import org.lanyard.roster.Corrections;
import org.lanyard.roster.PersonAccess;
import org.lanyard.scan.Mode;
import org.lanyard.scan.NotPossible;
import org.lanyard.scan.Post;
import org.lanyard.scan.Role;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Sentence;
import org.lanyard.scan.Verdict;
import org.lanyard.venue.Settings;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Everything that the window can be asked to do, by every role and by nobody, with sign-in on and off, and with the clock right, an
 * hour ahead and an hour back. Each method of a model of Setup stands in one of three lists: a new one fails here first. It is asked
 * with empty arguments, so that whatever is allowed fails of itself, and only what is not allowed for its role.
 */
@ExtendWith(ApplicationExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RolesTest {

    private static final List<String> REFUSALS = Stream.concat(
            Stream.of("role.lead", "role.administrator", "void.late", "sign-in.first").map(Sentence::of),
            Stream.of(Sentence.of("badge.again.role", Role.LEAD.word()))).map(Sentence::toString).toList();
    private static final Map<String, Duration> CLOCKS = Map.of("right", Duration.ZERO, "an hour ahead", Duration.ofHours(1),
            "an hour back", Duration.ofHours(-1));

    /** What is only looked at, or goes no further than the window; the sign-in screen stands before it. */
    private static final Map<Class<?>, List<String>> LOOKING = Map.of(
            BackupsModel.class, List.of("backups", "preparedName"),
            BadgesModel.class, List.of("load", "loadUse", "preview", "check", "when", "reprintRole", "pickUp"),
            KioskSetupModel.class, List.of("loadHasPin", "hasMirror"),
            PaperModel.class, List.of("loadPrinters", "startOfToday", "usualPrinter", "usePrinter"),
            PeopleModel.class, List.of("load", "newCode", "find", "findSame", "nextScan", "show", "checkIn"),
            ProductsModel.class, List.of("today", "load"),
            RosterModel.class, List.of("open", "answer", "undo", "hasAnswers", "setRequest", "cancel", "close", "importFile",
                    "loadConferences", "preferNewConference", "prefersNewConference", "conference", "loadKept",
                    "fileProperty", "forecastProperty", "importedProperty", "activityProperty", "openProperty",
                    "problemProperty", "rowsProperty"),
            StaffModel.class, List.of("load", "signOutAfter", "needsSignIn"),
            StationModel.class, List.of("post", "postProperty", "load"),
            UpstreamModel.class, List.of("loadConnection", "time", "queue"));
    private static final List<String> LOOKING_AT_THE_VENUE =
            List.of("scannedProperty", "takes", "time", "look", "addons", "close");

    private static final List<String> VOLUNTEERS = List.of("PaperModel.write", "VenueModel.test", "PersonAccess.link",
            "PersonAccess.replace", "PrintJobs.print");
    private static final List<String> LEADS = List.of("BackupsModel.schedule", "BackupsModel.practise",
            "BackupsModel.backup",
            "BadgesModel.test", "KioskSetupModel.start", "KioskSetupModel.setMirror", "PaperModel.readTill",
            "PaperModel.writeTill", "PeopleModel.add", "ProductsModel.save", "RosterModel.revert", "RosterModel.loadDemo",
            "StationModel.rename", "StationModel.setConference", "StationModel.setTask", "StationModel.setCapacity",
            "UpstreamModel.connect", "UpstreamModel.test", "UpstreamModel.trust", "UpstreamModel.pull", "UpstreamModel.push",
            "UpstreamModel.retry", "UpstreamModel.noteSeen", "UpstreamModel.decide", "VenueModel.returnAll",
            "VenueModel.leave", "VenueModel.share", "VenueModel.keep", "VenueModel.takeOver", "Corrections.add",
            "Corrections.setOrderStatus", "Corrections.setAttention", "Corrections.correct", "Corrections.move",
            "Corrections.merge", "Corrections.undoCarry", "PersonAccess.block", "PersonAccess.unblock",
            "PersonAccess.blockCode", "PersonAccess.unblockCode", "PrintJobs.printAgain");
    private static final List<String> ADMINISTRATORS = List.of("BackupsModel.prepare", "BackupsModel.read",
            "BackupsModel.takeOver", "BadgesModel.setUse", "BadgesModel.readTemplate", "BadgesModel.setPrinter",
            "BadgesModel.removePrinter", "BadgesModel.setWhen", "BadgesModel.setReprintRole", "BadgesModel.setPickUp",
            "KioskSetupModel.setPin", "ProductsModel.saveTerms", "StaffModel.save", "StaffModel.setSignOutAfter",
            "StaffModel.setNeedsSignIn", "StationModel.setRedeemPer", "VenueModel.join", "VenueModel.joinServer",
            "VenueModel.beHub", "VenueModel.prepare", "VenueModel.giveUp", "VenueModel.shutOut");

    /** Each is one of the others, chosen by what there is of a badge. */
    private static final List<String> MADE_OF_OTHERS = List.of("repeat", "printAll");

    /** @param role of who acts; empty where nobody is signed in */
    record Actor(Optional<Role> role, boolean signIn, String clock) {

        boolean may(Role least) {
            return role.map(has -> has.atLeast(least)).orElse(!signIn);
        }

        @Override
        public String toString() {
            return role.map(Role::word).orElse("nobody") + ", sign-in " + (signIn ? "on" : "off") + ", clock " + clock;
        }
    }

    @TempDir static Path folder;
    private final Map<String, Map<Actor, Boolean>> table = new TreeMap<>();
    private Rig rig;

    @BeforeAll
    void open() {
        rig = Rig.in(folder.resolve("data"));
        rig.csv(Stream.concat(Stream.of("access_code,name,ticket_type,order_reference,order_status,items"),
                IntStream.range(0, 50).mapToObj(i -> "A%d,Ada,Individual,O%d,paid,lunch".formatted(i, i)))
                .toArray(String[]::new));
        for (Role role : Role.values()) {
            rig.station().venue().setRole(role.word(), role);
        }
        rig.station().settings().set(BadgeSettings.REPRINT_ROLE, Role.LEAD).join();
        rig.station().venue().setCapacity(rig.product("lunch"), 0);
    }

    @AfterAll
    void close() {
        rig.close();
    }

    private static List<Actor> actors() {
        return Stream.of(Optional.<Role>empty(), Optional.of(Role.VOLUNTEER), Optional.of(Role.LEAD),
                Optional.of(Role.ADMINISTRATOR))
                .flatMap(role -> Stream.of(false, true).flatMap(signIn -> CLOCKS.keySet().stream().sorted()
                        .map(clock -> new Actor(role, signIn, clock))))
                .toList();
    }

    @Test
    void everybodyMayDoWhatTheirRoleAllowsAndNoMore() throws Exception {
        Map<String, String> wrong = new LinkedHashMap<>();
        for (Actor actor : actors()) {
            Map<String, Boolean> may = new TreeMap<>(whatModelsAllow(actor));
            may.putAll(whatRecordsAllow(actor));
            may.forEach((action, allowed) -> {
                table.computeIfAbsent(action, _ -> new LinkedHashMap<>()).put(actor, allowed);
                if (allowed != expected(action, actor)) {
                    wrong.put(action + ", " + actor, allowed ? "may" : "may not");
                }
            });
        }
        print();
        assertThat(wrong).isEmpty();
    }

    private static boolean expected(String action, Actor actor) {
        return switch (action) {
            case "void within 5 minutes" ->
                    actor.may(Role.LEAD) || actor.may(Role.VOLUNTEER) && actor.clock().equals("right");
            case "void after 6 minutes", "override at a full door" -> actor.may(Role.LEAD);
            default -> actor.may(needed(action));
        };
    }

    private static Role needed(String action) {
        if (VOLUNTEERS.contains(action)) {
            return Role.VOLUNTEER;
        }
        if (LEADS.contains(action)) {
            return Role.LEAD;
        }
        assertThat(ADMINISTRATORS).as("what needs a role").contains(action);
        return Role.ADMINISTRATOR;
    }

    /** One line an action; a column says who may in every state of the clock, or in which. */
    private void print() {
        List<String> columns = actors().stream().filter(actor -> actor.clock().equals("right"))
                .map(actor -> actor.toString().replace(", clock right", "")).toList();
        System.out.println("| action | " + String.join(" | ", columns) + " |\n|" + " --- |".repeat(columns.size() + 1));
        table.forEach((action, cells) -> {
            Map<String, List<Boolean>> states = new LinkedHashMap<>();
            columns.forEach(column -> states.put(column, new ArrayList<>()));
            cells.forEach((actor, allowed) -> states.computeIfAbsent(actor.toString().replaceFirst(", clock .*", ""),
                    _ -> new ArrayList<>()).add(allowed));
            System.out.println("| " + action + " | " + String.join(" | ", states.values().stream()
                    .map(all -> all.isEmpty() ? "not reached" : all.stream().allMatch(may -> may) ? "yes"
                            : all.stream().noneMatch(may -> may) ? "–" : "only while the clock is right")
                    .toList()) + " |");
        });
    }

    private Workplace at(Actor actor) {
        Workplace workplace = new Workplace(rig.station(), rig.post(new Mode.CheckIn()));
        actor.role().ifPresent(role -> workplace.signIn(rig.station().venue().staff(role.word())));
        return workplace;
    }

    /** An object of each, with a workplace of its own, because some change it. */
    private List<Object> models(Actor actor) {
        List<Object> models = new ArrayList<>();
        for (var make : SetupModels.ALL) {
            models.add(make.apply(SetupModels.of(at(actor), Locale.ENGLISH), folder.resolve("data/lanyard.db")));
        }
        return models;
    }

    private Map<String, Boolean> whatModelsAllow(Actor actor) throws Exception {
        rig.at(Rig.NINE);
        rig.station().settings().set(Settings.SIGN_IN, actor.signIn()).join();
        Map<String, Object> outcomes = new ConcurrentHashMap<>();
        int asked = WaitForAsyncUtils.asyncFx(() -> {
            int count = 0;
            for (Object model : models(actor)) {
                rig.at(Rig.NINE.plus(CLOCKS.get(actor.clock())));
                for (Method method : acting(model.getClass())) {
                    String name = model.getClass().getSimpleName() + "." + method.getName();
                    ask(model, method, outcome -> outcomes.putIfAbsent(name, outcome));
                    count++;
                }
            }
            return count;
        }).get(1, TimeUnit.MINUTES);
        WaitForAsyncUtils.waitFor(1, TimeUnit.MINUTES, () -> outcomes.size() == asked);
        Map<String, Boolean> may = new TreeMap<>();
        outcomes.forEach((name, outcome) -> may.put(name, !REFUSALS.contains(String.valueOf(outcome))));
        return may;
    }

    private static List<Method> acting(Class<?> model) {
        List<String> looking = model == VenueModel.class ? LOOKING_AT_THE_VENUE : LOOKING.get(model);
        return Stream.of(model.getDeclaredMethods()).filter(method -> !method.isSynthetic())
                .filter(method -> (method.getModifiers() & (Modifier.PRIVATE | Modifier.STATIC)) == 0)
                .filter(method -> !looking.contains(method.getName())).sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** Tells the first sentence of a failure, or that there was none. */
    private static void ask(Object model, Method method, Consumer<Object> told) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes()).map(type -> empty(type, told)).toArray();
        try {
            method.setAccessible(true);
            method.invoke(model, arguments);
            if (Stream.of(method.getParameterTypes()).noneMatch(type -> type == Consumer.class)) {
                told.accept("done");
            }
        } catch (InvocationTargetException failed) {
            told.accept(String.valueOf(failed.getCause().getMessage()));
        }
    }

    private static Object empty(Class<?> type, Consumer<Object> told) {
        return switch (type.getSimpleName()) {
            case "String" -> "x";
            case "boolean" -> true;
            case "int" -> 0;
            case "Optional" -> Optional.empty();
            case "List" -> List.of();
            case "Runnable" -> (Runnable) () -> told.accept("done");
            case "Consumer" -> (Consumer<Object>) outcome -> told.accept(String.valueOf(outcome));
            default -> null;
        };
    }

    /** What a person's page, a card and the journal ask; nobody who has to sign in reaches them (see SignInTest). */
    private Map<String, Boolean> whatRecordsAllow(Actor actor) throws Exception {
        Map<String, Boolean> may = new TreeMap<>();
        if (actor.role().isEmpty() && actor.signIn()) {
            return may;   // the sign-in screen stands before them
        }
        Post by = WaitForAsyncUtils.asyncFx(() -> at(actor).post()).get(1, TimeUnit.MINUTES);
        for (Object service : List.of(rig.station().corrections(), rig.station().access(),
                rig.station().printing().jobs())) {
            for (Method method : service.getClass().getMethods()) {
                if (!MADE_OF_OTHERS.contains(method.getName()) && method.getParameterCount() > 0
                        && method.getParameterTypes()[0] == Post.class) {
                    may.put(service.getClass().getSimpleName() + "." + method.getName(), !refused(service, method, by));
                }
            }
        }
        assertThat(may).hasSize(LEADS.stream().filter(RolesTest::onAPersonsPage).toList().size()
                + VOLUNTEERS.stream().filter(RolesTest::onAPersonsPage).toList().size());
        may.put("void within 5 minutes", !voidRefused(Duration.ofMinutes(1), actor, by));
        may.put("void after 6 minutes", !voidRefused(Duration.ofMinutes(6), actor, by));
        rig.at(Rig.NINE.plus(CLOCKS.get(actor.clock())));
        may.put("override at a full door", rig.station().gate().decide(by.in(new Mode.Door(rig.product("lunch"))),
                rig.scan("A" + actors().indexOf(actor)).overridden()).join().verdict() instanceof Verdict.Admitted);
        return may;
    }

    private static boolean onAPersonsPage(String action) {
        return Stream.of(Corrections.class, PersonAccess.class, PrintJobs.class)
                .anyMatch(service -> action.startsWith(service.getSimpleName() + "."));
    }

    private static boolean refused(Object service, Method method, Post by) throws IllegalAccessException {
        Object[] arguments = Arrays.stream(method.getParameterTypes())
                .map(type -> type == Post.class ? by : type == long.class ? -1L : empty(type, _ -> {})).toArray();
        try {
            method.invoke(service, arguments);
            return false;
        } catch (InvocationTargetException failed) {
            return REFUSALS.contains(String.valueOf(failed.getCause().getMessage()));
        }
    }

    /** The time that truly passes is the monotonic clock's, whatever the wall clock says. */
    private boolean voidRefused(Duration age, Actor actor, Post by) {
        rig.at(Rig.NINE);
        Scan scan = rig.scan("A49");
        rig.station().gate().decide(rig.post(new Mode.CheckIn()), scan).join();
        rig.pass(age);
        Instant now = Rig.NINE.plus(age).plus(CLOCKS.get(actor.clock()));
        rig.at(now);
        try {
            rig.station().gate().voidRecord(scan.id(), "why", by, now);
            return false;
        } catch (NotPossible refused) {
            return REFUSALS.contains(refused.getMessage());
        }
    }
}
