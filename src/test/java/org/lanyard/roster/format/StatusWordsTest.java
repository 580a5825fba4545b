package org.lanyard.roster.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusWordsTest {

    @ParameterizedTest
    @CsvSource({"Paid,PAID", "Completed,PAID", "complete,PAID", "Attending,PAID", "Checked In,PAID", "Approved,PAID",
            "Valid,PAID", "Active,PAID", "acquired,PAID", "publish,PAID", "Confirmed,PAID", "Registered,PAID",
            "Attended,PAID", "closed,PAID", "ended,PAID", "Yes,PAID", "TRUE,PAID", "Bezahlt,PAID", "Ja,PAID", "参加,PAID",
            "Pending,PENDING", "Unpaid,PENDING", "Not paid,PENDING", "Awaiting payment,PENDING", "to be paid,PENDING",
            "pending_approval,PENDING", "Invited,PENDING", "On hold,PENDING", "offline,PENDING", "placed,PENDING",
            "Partially paid,PENDING", "Unconfirmed,PENDING", "Waitlist,PENDING", "Offen,PENDING", "Canceled,CANCELLED",
            "Cancelled,CANCELLED", "Expired,CANCELLED", "Deleted,CANCELLED", "Not Attending,CANCELLED",
            "Withdrawn,CANCELLED", "Rejected,CANCELLED", "Declined,CANCELLED", "Void,CANCELLED", "Refunded,REFUNDED",
            "Failed,CANCELLED", "Storniert,CANCELLED", "参加キャンセル,CANCELLED"})
    void theWordIsUnderstood(String word, State state) {
        assertThat(StatusWords.KNOWN.state("Status", word)).contains(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Processing", "In Bearbeitung", "Transferred", "Comp", "VIP", "payed", "maybe later", "2", "Held",
                    "En cours"})
    void anyOtherWordIsAsked(String word) {
        RosterDraft draft = Drafts.text("Barcode,Ticket,Status\nC1,Regular,Paid\nC2,Regular," + word + "\n", Answers.NONE);
        assertThat(draft.questions()).singleElement().satisfies(question -> {
            assertThat(question.value()).isEqualTo(word);
            assertThat(question.answer()).contains("--status '" + word + "=");
        });
    }
}
