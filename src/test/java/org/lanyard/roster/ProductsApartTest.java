package org.lanyard.roster;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanyard.Rig;
import org.lanyard.scan.Product;
import org.lanyard.scan.Verdict;

/** Case 38: two different names never become one product. */
@Execution(ExecutionMode.CONCURRENT)
class ProductsApartTest {

    private static final String HEADER = "access_code,name,ticket_type,order_reference,order_status,items";

    @TempDir Path folder;
    private Rig rig;

    @BeforeEach
    void open() {
        rig = Rig.in(folder);
    }

    @AfterEach
    void close() {
        rig.close();
    }

    private List<Product> products() {
        return rig.station().roster().products(rig.conference());
    }

    @ParameterizedTest
    @CsvSource({"VIP,VIP+,vip,vip-2", "C++ Workshop,C# Workshop,c-workshop,c-workshop-2", "パス,バス,パス,バス",
            "Size <M,Size >M,size-m,size-m-2", "VIP,vip,vip,vip-2", "Café,Cafe,cafe,cafe-2",
            "กา,ก่า,กา,ก่า"})
    void twoNamesAreTwoProducts(String one, String other, String slug, String otherSlug) {
        rig.csv(HEADER, "A1,Ada," + one + ",O1,,", "B1,Bob," + other + ",O2,,");
        assertThat(products()).extracting(Product::name).containsExactly(one, other);
        assertThat(products()).extracting(Product::slug).containsExactly(slug, otherSlug);

        assertThat(rig.door(otherSlug, "A1")).isInstanceOf(Verdict.NotPurchased.class);
        assertThat(rig.door(otherSlug, "B1")).isInstanceOf(Verdict.Admitted.class);
    }

    @Test
    void aRosterImportedAgainMakesNoMoreOfThem() {
        for (int i = 0; i < 2; i++) {
            rig.csv(HEADER, "B1,Bob,VIP+,O2,,", "A1,Ada,VIP,O1,,C# Workshop; C++ Workshop:2");
        }
        assertThat(products()).extracting(Product::name).containsExactly("VIP+", "VIP", "C# Workshop", "C++ Workshop");
    }

    @Test
    void spacesAndCompositionDoNotMakeANameAnother() {
        rig.csv(HEADER, "A1,Ada,Café,O1,,", "B1,Bob, Cafe\u0301 ,O2,,");
        assertThat(products()).extracting(Product::name).containsExactly("Café");
    }

    @Test
    void aDoorTakesTheSlugOrTheExactName() {
        rig.csv(HEADER, "A1,Ada,VIP,O1,,", "B1,Bob,VIP+,O2,,");
        assertThat(rig.product("VIP+").slug()).isEqualTo("vip-2");
        assertThat(rig.product("VIP").slug()).isEqualTo("vip");
        assertThat(rig.product("vip-2").name()).isEqualTo("VIP+");
    }
}
