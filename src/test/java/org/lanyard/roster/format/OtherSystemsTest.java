package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.lanyard.scan.Product;
import org.lanyard.roster.StatedOrder;

/** Quirks of exports that are not among the samples. */
@Execution(ExecutionMode.CONCURRENT)
class OtherSystemsTest {

    private static RosterDraft draft(Answers answers, String... rows) {
        return Drafts.text(String.join("\n", rows), answers);
    }

    /** Each person's code with the worst that is said of them. */
    private static List<String> states(RosterDraft draft) {
        return StreamSupport.stream(draft.roster().people().spliterator(), false).map(person -> {
            StatedOrder order = draft.roster().order(person.orders().getFirst()).orElseThrow();
            return person.accessCode() + " " + order.lines().stream()
                    .filter(line -> line.product().kind() == Product.Kind.TICKET_TYPE)
                    .findFirst().flatMap(line -> line.status()).orElse(order.status());
        }).toList();
    }

    private static List<String> questions(RosterDraft draft) {
        return draft.questions().stream().map(question -> question.column() + "|" + question.value()).toList();
    }

    @Test
    void thePersonsOwnNameAndAddressComeBeforeTheBuyers() {
        RosterDraft draft = draft(Answers.NONE, "Order,Name,Email,Attendee name,Attendee email,Ticket,Status,Barcode",
                "O1,Luc Buyer,luc@example.org,Zoë Ångström,zoe@example.org,Regular,Paid,B-17",
                "O1,Luc Buyer,luc@example.org,Wei Li,wei@example.org,Regular,Paid,B-18");
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.roster().people()).extracting(person -> person.details().name() + " " + person.details().email())
                .containsExactly("Zoë Ångström zoe@example.org", "Wei Li wei@example.org");
    }

    private static final String[] CANCELLED_AT = {"Ticket code,Full name,Ticket type,Purchased at,Cancelled at",
            "Q1,Zoë,Regular,2027-03-01 10:00,", "Q2,Wei,Regular,2027-03-01 10:00,2027-04-01 09:00"};

    @Test
    void aDayOfCancellationIsAskedAbout() {
        assertThat(questions(draft(Answers.NONE, CANCELLED_AT))).containsExactly("Cancelled at|2027-04-01 09:00");
    }

    @Test
    void whoHasADayOfCancellationIsCancelled() {
        RosterDraft draft = draft(Answers.NONE.withOnly("Cancelled at", new Use.As(Field.STATUS)), CANCELLED_AT);
        assertThat(draft.questions()).isEmpty();
        assertThat(states(draft)).containsExactly("Q1 paid", "Q2 cancelled");
    }

    @Test
    void aDayOfCancellationBesideAStatusThatSaysTheSameIsNoQuestion() {
        assertThat(questions(draft(Answers.NONE, "Ticket code,Full name,Ticket type,Status,Cancelled at,Cancellation reason",
                "Q1,Zoë,Regular,Paid,,", "Q2,Wei,Regular,Cancelled,2027-04-01 09:00,is ill"))).isEmpty();
    }

    @Test
    void whatWasPaidBackIsAskedAboutAndNothingPaidBackIsNot() {
        RosterDraft draft = draft(Answers.NONE, "Ticket code,Full name,Ticket type,Refunded", "Q1,Zoë,Regular,$0.00",
                "Q2,Wei,Regular,$50.00", "Q3,Ada,Regular,0");
        assertThat(questions(draft)).containsExactly("Refunded|$50.00");
        assertThat(states(draft)).containsExactly("Q1 paid", "Q2 pending", "Q3 paid");
    }

    @Test
    void yesIsBadNewsInWhateverGenderAndAlsoOfRefunds() {
        assertThat(states(draft(Answers.NONE, "Código,Nombre,Apellidos,Tipo de entrada,Anulada", "Q1,Zoë,Å,General,No",
                "Q2,Wei,Li,General,Sí"))).containsExactly("Q1 paid", "Q2 cancelled");
        assertThat(states(draft(Answers.NONE, "Ticket code,Name,Ticket type,Is refunded", "Q1,Zoë,General,No",
                "Q2,Wei,General,Yes"))).containsExactly("Q1 paid", "Q2 refunded");
    }

    @Test
    void theTermsOfARefundAreNobodysState() {
        assertThat(questions(draft(Answers.NONE, "Ticket code,Name,Ticket type,Status,Refund protection",
                "Q1,Zoë,General,Paid,Yes", "Q2,Wei,General,Paid,No"))).isEmpty();
    }

    @Test
    void woocommercesOwnWordsAreKnownExceptWhatNobodyCanKnow() {
        RosterDraft draft = draft(Answers.NONE, "order_number,status,line_item_name,ticket_holder_name,ticket_code",
                "1,wc-completed,Conference,Zoë,W1", "2,wc-on-hold,Conference,Wei,W2", "3,wc-refunded,Conference,Ada,W3",
                "4,wc-processing,Conference,Max,W4");
        assertThat(questions(draft)).containsExactly("status|wc-processing");
        assertThat(states(draft).subList(0, 3)).containsExactly("W1 paid", "W2 pending", "W3 refunded");
    }

    @Test
    void columnsOfHowManyAreNamed() {
        assertThat(draft(Answers.NONE, "ID,Ticket code,Name,Ticket type,Status,Lunch", "1,Q1,Zoë,General,Paid,2",
                "2,Q2,Wei,General,Paid,0", "3,Q3,Ada,General,Paid,2", "4,Q4,Max,General,Paid,0").warnings())
                .extracting(Object::toString).containsExactly("Lunch is not used; it may be an item.");
    }

    private static final String[] POSITIONS = {"Order code,Status,Product,Attendee name,Ticket secret,Blocked",
            "ABC12,Paid,Regular,Zoë,s3cr3t01,No", "ABC12,Paid,T-shirt,,s3cr3t02,No", "ABC13,Paid,Regular,Wei,s3cr3t03,Yes",
            "ABC13,Paid,Regular,Ada,s3cr3t04,No", "ABC13,Paid,T-shirt,,s3cr3t05,No"};

    @Test
    void whatIsNobodysBesideOthersTicketsIsAskedAboutAndSoIsWhoIsBlocked() {
        assertThat(questions(draft(Answers.NONE, POSITIONS))).containsExactly("Blocked|No, Yes", "|T-shirt");
    }

    @Test
    void whatIsNobodysIsTheOnePersonsOfTheOrderAndAYesOfBlockedBlocks() {
        RosterDraft draft = draft(Answers.NONE.withOnly("Blocked", new Use.As(Field.BLOCKED)).withProduct("T-shirt",
                Answers.ProductUse.ITEM), POSITIONS);
        assertThat(draft.questions()).isEmpty();
        assertThat(draft.roster().person("s3cr3t02")).isEmpty();
        assertThat(draft.roster().order("ABC12").orElseThrow().lines())
                .anyMatch(line -> line.description().equals("T-shirt")
                        && line.holder().filter("s3cr3t01"::equals).isPresent());
        assertThat(draft.roster().person("s3cr3t03").orElseThrow().details().blocked()).isEqualTo("Blocked");
        assertThat(draft.roster().person("s3cr3t01").orElseThrow().details().blocked()).isEmpty();
    }

    @Test
    void whoDeclinedInGermanDoesNotComeIn() {
        RosterDraft draft = draft(Answers.NONE, "QR-Code;Name;Ticket;Rückmeldung", "GQ-1;Zoë;Gast;Zusage",
                "GQ-2;Wei;Gast;Absage", "GQ-3;Ada;Gast;keine Antwort");
        assertThat(draft.questions()).isEmpty();
        assertThat(states(draft)).containsExactly("GQ-1 paid", "GQ-2 cancelled", "GQ-3 pending");
    }
}
