package org.lanyard;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.ArchConfiguration;
import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.resolvers.SelectedClassResolverFromClasspath;
import com.tngtech.archunit.lang.conditions.ArchConditions;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.time.Clock;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.lanyard.ledger.Maintenance;
import org.lanyard.roster.Lookup;
import org.lanyard.scan.Mode;
import org.lanyard.scan.PrivateFile;
import org.lanyard.scan.Verdict;

/** The fences of the house, each with its reason. */
@Execution(ExecutionMode.CONCURRENT)
class ArchitectureTest {

    private static final JavaClasses LANYARD = imported();

    /** Which packages of ours each package may use, beside itself; desk and cli also use Station and its config. */
    private static final Map<String, Set<String>> ARROWS = Map.ofEntries(
            Map.entry("scan", Set.of()),
            Map.entry("ledger", Set.of("scan")),
            Map.entry("roster", Set.of("ledger", "scan")),
            Map.entry("venue", Set.of("ledger", "scan")),
            Map.entry("journal", Set.of("checkin", "roster", "ledger", "scan")),
            Map.entry("checkin", Set.of("roster", "venue", "ledger", "scan")),
            Map.entry("redemption", Set.of("checkin", "roster", "venue", "ledger", "scan")),
            Map.entry("gate", Set.of("checkin", "redemption", "roster", "journal", "ledger", "scan")),
            Map.entry("reader", Set.of("scan")),
            Map.entry("upstream", Set.of("venue", "roster", "checkin", "redemption", "ledger", "scan")),
            Map.entry("badge", Set.of("gate", "venue", "roster", "ledger", "scan")),
            Map.entry("hub",
                    Set.of("gate", "checkin", "redemption", "roster", "venue", "journal", "upstream", "ledger", "scan")),
            Map.entry("cli",
                    Set.of("", "desk", "badge", "hub", "gate", "checkin", "redemption", "roster", "venue", "journal",
                            "reader",
                            "upstream", "ledger", "scan")),
            Map.entry("desk",
                    Set.of("", "badge", "hub", "gate", "checkin", "redemption", "roster", "venue", "journal", "reader",
                            "upstream", "ledger", "scan")));

    private static final String[] CORE = packages("scan", "ledger", "roster", "venue", "checkin", "redemption", "journal",
            "gate", "reader");

    /** Of other people's classes only those are read whose ancestors are asked about here. */
    private static JavaClasses imported() {
        ArchConfiguration.get().setClassResolver(SelectedClassResolverFromClasspath.class);
        ArchConfiguration.get().setClassResolverArguments("java.lang", "java.sql", "java.util.concurrent");
        return new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
                .withImportOption(location -> !location.contains("/fast/test/"))
                .importPackages("org.lanyard");
    }

    private static String[] packages(String... names) {
        return Stream.of(names).map(name -> name.isEmpty() ? "org.lanyard" : "org.lanyard." + name + "..")
                .toArray(String[]::new);
    }

    /** A call, or a method reference. */
    private static DescribedPredicate<JavaAccess<?>> useOf(Class<?> owner, String... methods) {
        Set<String> names = Set.of(methods);
        return describe(owner.getSimpleName() + "." + String.join(", ", methods),
                use -> use.getTargetOwner().isAssignableTo(owner) && names.contains(use.getTarget().getName()));
    }

    @Test
    void javaFxStaysInTheDesk() {
        noClasses().that().resideOutsideOfPackage("org.lanyard.desk..")
                .should().dependOnClassesThat().resideInAnyPackage("javafx..", "org.controlsfx..", "atlantafx..",
                        "org.kordamp..")
                .because("the same station works without a screen").check(LANYARD);
    }

    @Test
    void sqlStaysWithThoseWhoOwnTables() {
        noClasses().that().resideOutsideOfPackages(packages("ledger", "roster", "venue", "checkin", "redemption",
                "journal", "gate", "badge", "upstream", "hub"))
                .should().dependOnClassesThat().resideInAPackage("java.sql..")
                .because("each table has one owning package, and no surface has SQL").check(LANYARD);
    }

    @Test
    void connectionsAreOpenedInTheLedger() {
        noClasses().that().resideOutsideOfPackages("org.lanyard.ledger..", "org.lanyard.hub.postgres..")
                .should().dependOnClassesThat(assignableTo(DriverManager.class).or(assignableTo(DataSource.class))
                        .or(assignableTo(java.sql.Connection.class)).or(resideInAPackage("org.sqlite..")))
                .because("one thread writes, and everything else asks it").check(LANYARD);
    }

    @Test
    void surfacesMaintainTheLedgerAndNoMore() {
        noClasses().that().resideInAnyPackage(packages("desk", "cli"))
                .should().dependOnClassesThat(resideInAPackage("org.lanyard.ledger..")
                        .and(not(belongToAnyOf(Maintenance.class))))
                .because("what a station decides is decided below, where every surface asks for it (R13)").check(LANYARD);
    }

    @Test
    void theNetworkIsAskedInUpstreamAndByTheHub() {
        noClasses().that().resideOutsideOfPackages("org.lanyard.upstream..", "org.lanyard.hub..")
                .should().dependOnClassesThat().resideInAnyPackage("java.net.http..", "javax.net..", "com.sun.net..")
                .orShould().dependOnClassesThat().belongToAnyOf(java.net.Socket.class, java.net.ServerSocket.class,
                        java.net.URLConnection.class)
                .because("everything works with no network at all (R29)").check(LANYARD);
    }

    /** The ledger makes its own files; a printer's temporary file has its owner's permissions from the start. */
    @Test
    void filesAreWrittenInOnePlace() {
        noClasses().that().resideOutsideOfPackage("org.lanyard.ledger..")
                .and().doNotHaveFullyQualifiedName(PrivateFile.class.getName())
                .and().doNotHaveSimpleName("SystemPrinter")
                .should().accessTargetWhere(useOf(Files.class, "newOutputStream", "newBufferedWriter", "newByteChannel",
                        "write", "writeString"))
                .because("whatever leaves the station is its owner's alone and follows no link").check(LANYARD);
    }

    @Test
    void theCoreIsHandedItsTimeAndItsIds() {
        DescribedPredicate<JavaAccess<?>> now = describe("now() of java.time",
                use -> use.getTargetOwner().getPackageName().equals("java.time") && use.getTarget().getName().equals("now"));
        noClasses().that().resideInAnyPackage(CORE)
                .should().accessTargetWhere(now)
                .orShould().accessTargetWhere(useOf(Clock.class, "systemUTC", "systemDefaultZone", "system",
                        "tickMillis", "tickSeconds"))
                .orShould().accessTargetWhere(useOf(InstantSource.class, "system"))
                .orShould().accessTargetWhere(useOf(System.class, "currentTimeMillis"))
                .orShould().accessTargetWhere(useOf(java.util.Date.class, "<init>"))
                .orShould().accessTargetWhere(useOf(UUID.class, "randomUUID"))
                .orShould().dependOnClassesThat().resideInAPackage("com.fasterxml.uuid..")
                .because("time and ids come in, so that any run can be replayed").check(LANYARD);
    }

    /** A reader may measure how long it took. */
    @Test
    void noRuleWatchesAClockOfItsOwn() {
        noClasses().that().resideInAnyPackage(packages("scan", "roster", "venue", "checkin", "redemption", "journal",
                "gate"))
                .should().accessTargetWhere(useOf(System.class, "nanoTime"))
                .because("the repeat window of R7 runs on the monotonic clock that it is handed").check(LANYARD);
    }

    /** Also among the sub-packages of a package, each of which is a slice of its own. */
    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.lanyard.(**)").should().beFreeOfCycles()
                .because("a newcomer reads the folders one after the other").check(LANYARD);
        slices().matching("org.lanyard.(*)..").should().beFreeOfCycles()
                .because("what a package has in it is one thing to those outside").check(LANYARD);
    }

    @Test
    void postgreSqlStaysInTheHub() {
        noClasses().that().resideOutsideOfPackage("org.lanyard.hub..")
                .should().dependOnClassesThat().resideInAnyPackage("org.postgresql..", "com.zaxxer.hikari..")
                .because("a station needs no server; only the hub speaks with one").check(LANYARD);
    }

    static Stream<String> arrows() {
        return ARROWS.keySet().stream().sorted();
    }

    @ParameterizedTest
    @MethodSource("arrows")
    void arrowsPointOneWay(String name) {
        String[] allowed = Stream.concat(Stream.of(name), ARROWS.get(name).stream()).toArray(String[]::new);
        noClasses().that().resideInAPackage("org.lanyard." + name + "..")
                .should().dependOnClassesThat(resideInAPackage("org.lanyard..")
                        .and(not(resideInAnyPackage(packages(allowed)))))
                .because("what lies below does not know what is built upon it").check(LANYARD);
    }

    @Test
    void everyPackageHasItsArrows() {
        classes().that().resideInAPackage("org.lanyard..")
                .should().resideInAnyPackage(Stream.concat(Stream.of("org.lanyard"),
                        ARROWS.keySet().stream().flatMap(name -> Stream.of(packages(name)))).toArray(String[]::new))
                .because("a new package says whom it may use").check(LANYARD);
    }

    @Test
    void onlySurfacesKnowTheStation() {
        noClasses().that().resideInAPackage("org.lanyard.*..").and().resideOutsideOfPackages(packages("desk", "cli"))
                .should().dependOnClassesThat().resideInAPackage("org.lanyard")
                .because("Station constructs every part, and no part asks for the whole").check(LANYARD);
    }

    @Test
    void theEntryClassKnowsNothing() {
        noClasses().that().haveFullyQualifiedName("org.lanyard.Main")
                .should().dependOnClassesThat(resideInAPackage("org.lanyard..")
                        .and(not(describe("itself", type -> type.getName().equals("org.lanyard.Main")))))
                .because("an older Java can load it, to say that it is too old").check(LANYARD);
    }

    @Test
    void answersAreRecords() {
        for (Class<?> answer : List.of(Verdict.class, Mode.class, Lookup.class)) {
            classes().that().areAssignableTo(answer).and().areNotInterfaces().should().beRecords()
                    .because("a " + answer.getSimpleName() + " is a value, compared as one").check(LANYARD);
        }
    }

    @Test
    void threadsAreMadeWhereTheyAreAccountedFor() {
        DescribedPredicate<JavaClass> makers = assignableTo(Executors.class).or(assignableTo(ThreadPoolExecutor.class))
                .or(assignableTo(ForkJoinPool.class)).or(assignableTo(java.util.Timer.class))
                .or(assignableTo(ThreadFactory.class)).or(assignableTo(Thread.Builder.class));
        noClasses().that().resideOutsideOfPackages(packages("ledger", "reader", "upstream", "hub"))
                .and().doNotHaveFullyQualifiedName(Station.class.getName())
                .should().accessTargetWhere(useOf(Thread.class, "<init>", "startVirtualThread", "ofPlatform", "ofVirtual"))
                .orShould(ArchConditions.dependOnClassesThat(makers))
                .because("executors are handed in, and close with the station").check(LANYARD);
    }
}
