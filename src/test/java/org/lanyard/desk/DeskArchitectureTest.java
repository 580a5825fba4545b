package org.lanyard.desk;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The fences between the desk's own packages. */
class DeskArchitectureTest {

    private static final JavaClasses DESK = new ClassFileImporter().withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/fast/test/")).importPackages("org.lanyard.desk");

    @Test
    void aPackageATaskAndNoCycleAmongThem() {
        slices().matching("org.lanyard.desk.(*)..").should().beFreeOfCycles()
                .because("each task of a person can be understood, moved and tested alone").check(DESK);
    }

    @Test
    void whatAllScreensShareKnowsNoScreen() {
        noClasses().that().resideInAPackage("org.lanyard.desk").should().dependOnClassesThat()
                .resideInAPackage("org.lanyard.desk.*..")
                .because("a screen may be added or taken away without a change to what all of them use").check(DESK);
    }
}
