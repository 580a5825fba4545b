package org.lanyard.badge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.awt.Color;
import java.awt.Font;
import java.awt.font.TextAttribute;
import java.awt.geom.Rectangle2D;
import java.nio.charset.StandardCharsets;
import java.text.AttributedCharacterIterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lanyard.scan.NotPossible;

@Execution(ExecutionMode.CONCURRENT)
class BadgeTemplateTest {

    @Test
    void aTemplateIsMeasuredInMillimetres() {
        BadgeTemplate template = Badges.template("");
        assertThat(List.of(template.width(), template.height())).allSatisfy(side -> assertThat(side).isPositive());
        assertThat(template.width()).isCloseTo(100, within(0.001));
        assertThat(template.height()).isCloseTo(50, within(0.001));
    }

    @Test
    void theNameFillsItsBoxAndStaysInIt() {
        Badge badge = Badges.template("<rect id='name-box' x='20' y='10' width='160' height='40'/>")
                .fill(Badges.named("Zoë Ångström"));
        Rectangle2D letters = Badges.outlines(badge).getFirst().shape().getBounds2D();
        assertThat(new Rectangle2D.Double(10, 5, 80, 20).contains(letters)).isTrue();
        assertThat(Math.max(letters.getWidth() / 80, letters.getHeight() / 20)).isGreaterThan(0.6);
    }

    @Test
    void transformsOfGroupsMoveTheBox() {
        Badge badge = Badges.template("<g transform='translate(100,0) scale(0.5)'><g transform='matrix(1 0 0 1 10 20)'>"
                + "<rect id='name-box' width='100' height='40'/></g></g>").fill(Badges.named("Li"));
        Rectangle2D letters = Badges.outlines(badge).getFirst().shape().getBounds2D();
        assertThat(new Rectangle2D.Double(52.5, 5, 25, 10).contains(letters)).isTrue();
    }

    @Test
    void placeholdersInTextAreReplaced() {
        BadgeTemplate template =
                Badges.template("<text x='10' y='20' font-size='8'>{ticket}, {field:Pronouns}{field:None}</text>");
        assertThat(Badges.outlines(template.fill(Badges.named("Li")))).hasSize(1);
        assertThat(Badges.outlines(Badges.template("<text x='10' y='20'>{field:None}</text>").fill(Badges.named("Li"))))
                .isEmpty();
    }

    @Test
    void aRightToLeftNameStandsAtTheRight() {
        String box = "<rect id='name-box' x='0' y='40' width='200' height='10' text-anchor='start'/>";
        Rectangle2D hebrew =
                Badges.outlines(Badges.template(box).fill(Badges.named("נועה כהן"))).getFirst().shape().getBounds2D();
        Rectangle2D latin =
                Badges.outlines(Badges.template(box).fill(Badges.named("Noa Cohen"))).getFirst().shape().getBounds2D();
        assertThat(hebrew.getMaxX()).isGreaterThan(95);
        assertThat(latin.getX()).isLessThan(5);
    }

    @Test
    void anEmptyNameLeavesItsBoxEmpty() {
        assertThat(Badges.template("<rect id='name-box' width='100' height='40'/>").fill(Badges.named("")).inks()).isEmpty();
    }

    @Test
    void lettersUponTheTicketsColourAreReadOnEachColour() {
        BadgeTemplate template = Badges.template("<rect id='name-box' class='on-ticket-colour' width='100' height='40'/>");
        assertThat(Badges.outlines(template.fill(coloured(0xF2C500))).getFirst().colour()).isEqualTo(Color.BLACK);
        assertThat(Badges.outlines(template.fill(coloured(0x0B5FA5))).getFirst().colour()).isEqualTo(Color.WHITE);
        assertThat(Badges.outlines(Badges.template("<g class='ticket-colour'><text x='9' y='20'>{name}</text></g>")
                .fill(coloured(0x0B5FA5))).getFirst().colour()).isEqualTo(new Color(0x0B5FA5));
    }

    @Test
    void withoutATicketNothingIsDrawnForOne() {
        BadgeTemplate template = Badges.template("<rect class='with-ticket' width='200' height='100'/>");
        assertThat(BadgeImage.of(template.fill(ticketed("Student")), 25).getRGB(9, 9) & 0xFFFFFF).isZero();
        assertThat(BadgeImage.of(template.fill(ticketed("")), 25).getRGB(9, 9) & 0xFFFFFF).isEqualTo(0xFFFFFF);
    }

    @Test
    void aNameThatIsTheFirstNameStandsOnTheBadgeOnce() {
        BadgeTemplate template = Badges.template("<rect id='first-name-box' width='100' height='40'/>"
                + "<rect id='name-box' y='50' width='100' height='40'/>");
        assertThat(template.fill(Badges.named("Li")).inks()).hasSize(1);
        assertThat(template.fill(Badges.named("Li Wu")).inks()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"start", "middle", "end"})
    void aLineThatWouldRunOffTheBadgeIsMadeSmaller(String anchor) {
        Badge badge = Badges.template("<text x='100' y='50' font-size='20' text-anchor='" + anchor + "'>{name}</text>")
                .fill(Badges.named(Badges.LONGEST));
        assertThat(new Rectangle2D.Double(0, 0, 100, 50).contains(
                Badges.outlines(badge).getFirst().shape().getBounds2D())).isTrue();
        assertThat(badge.warnings()).extracting("key").containsExactly("badge.small");
    }

    @ParameterizedTest
    @ValueSource(ints = {Font.PLAIN, Font.BOLD})
    void theLettersOfAScriptAreOfOneFont(int weight) {
        Badges.NAMES.values().stream().flatMap(name -> Stream.of(name.split(" "))).forEach(word -> {
            AttributedCharacterIterator set =
                    ScriptFonts.set(word, new Font(Font.SANS_SERIF, weight, 100)).getIterator();
            assertThat(set.getRunLimit(TextAttribute.FONT)).as(word).isEqualTo(word.length());
            assertThat(ScriptFonts.scattered(word, (Font) set.getAttribute(TextAttribute.FONT))).as(word).isFalse();
        });
    }

    private static BadgeContent coloured(int rgb) {
        return new BadgeContent("Li", "Li", "", "Student", "", "", "", new Color(rgb), Map.of());
    }

    private static BadgeContent ticketed(String ticket) {
        return new BadgeContent("Li", "Li", "", ticket, "", "", "", Color.BLACK, Map.of());
    }

    @Test
    void aNameOfSmallLettersAndACodeOfSmallModulesAreWarnedOf() {
        Badge badge =
                Badges.template("<rect id='name-box' width='100' height='6'/><rect id='qr-box' width='20' height='20'/>")
                        .fill(Badges.named(Badges.LONGEST));
        assertThat(badge.warnings()).extracting("key").containsExactly("badge.small", "badge.qr-small");
    }

    @Test
    void aLetterThatNoFontHasIsWarnedOf() {
        Badge badge = Badges.template("<rect id='name-box' width='100' height='40'/>").fill(Badges.named("A\u0378"));   // never assigned
        assertThat(badge.warnings()).extracting("key").containsExactly("badge.no-font");
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>alert(1)</script>", "<rect onclick='x()' width='1' height='1'/>",
            "<image href='file:///etc/passwd' width='1' height='1'/>", "<image xlink:href='http://127.0.0.1/x.png'/>",
            "<image href='data:image/svg+xml;base64,AAAA'/>", "<use href='other.svg#a'/>", "<foreignObject/>",
            "<style>@import 'x.css';</style>", "<style>rect{fill:url(http://127.0.0.1/x)}</style>",
            "<rect style='fill:url(file:///a)'/>", "<animate attributeName='x'/>", "<set attributeName='href'/>"})
    void whatReachesOutsideTheDrawingIsRefused(String inside) {
        assertThatThrownBy(() -> Badges.template(inside)).isInstanceOf(NotPossible.class);
    }

    @Test
    void entitiesAreNotExpandedAndNoOtherFileIsRead() {
        String bomb = "<!DOCTYPE svg [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b SYSTEM 'file:///etc/passwd'>]>"
                + "<svg xmlns='http://www.w3.org/2000/svg' width='100mm' height='50mm'><text>&a;&b;</text></svg>";
        assertThatThrownBy(() -> BadgeTemplate.parse(bomb.getBytes(StandardCharsets.UTF_8))).isInstanceOf(NotPossible.class);
    }

    @Test
    void copiesOfCopiesEnd() {
        StringBuilder copies = new StringBuilder("<g id='g0'><rect width='1' height='1'/></g>");
        for (int i = 1; i < 60; i++) {
            copies.append("<g id='g").append(i).append("'>").append(("<use href='#g" + (i - 1) + "'/>").repeat(10))
                    .append("</g>");
        }
        assertThatThrownBy(() -> Badges.template(copies.toString())).isInstanceOf(NotPossible.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "no drawing", "<svg", "<html/>", "<svg xmlns='http://www.w3.org/2000/svg'/>",
            "<svg xmlns='http://www.w3.org/2000/svg' width='9000mm' height='10mm'/>"})
    void whatIsNoBadgeIsRefusedInWords(String text) {
        assertThatThrownBy(() -> BadgeTemplate.parse(text.getBytes(StandardCharsets.UTF_8))).isInstanceOf(NotPossible.class)
                .message().isNotBlank().doesNotContain("badge.template");
    }
}
