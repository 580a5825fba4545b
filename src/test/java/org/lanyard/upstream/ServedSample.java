package org.lanyard.upstream;

import static org.lanyard.upstream.ServedOrder.Status.PAID;
import static org.lanyard.upstream.ServedOrder.Status.PARTIALLY_REFUNDED;
import static org.lanyard.upstream.ServedOrder.Status.PENDING;

import java.io.IOException;

/** A server with one small conference: Ada and Bob share an order with two lunches, Cy is a student, Eve is unpaid. */
final class ServedSample implements AutoCloseable {

    static final long TICKET = 11;
    static final long LUNCH = 12;

    final LocalServer server = LocalServer.open().staff("desk", "secret");
    final ServedConference conference = server.conference("conf");
    final ServedVisitor visitor = new ServedVisitor(server);

    ServedSample() {
        ServedOrder shared = conference.order(PAID, ServedLine.ticket(TICKET, "Individual", "individual"),
                ServedLine.addOn(LUNCH, "Lunch", "lunch", 2));
        conference.attendee("ADA1", "Ada Łovelace", "ada@example.org", "Individual", shared)
                .attendee("BOB1", "Bob", shared)
                .attendee("CY01", "Cy", "", "Student", conference.order(PARTIALLY_REFUNDED,
                        ServedLine.ticket(21, "Student", "student")))
                .attendee("EVE1", "Eve", conference.order(PENDING, ServedLine.addOn(31, "Lunch", "lunch", 1)));
    }

    static ServedSample signedIn() throws IOException, InterruptedException {
        ServedSample sample = new ServedSample();
        sample.visitor.signIn("desk", "secret");
        return sample;
    }

    @Override
    public void close() {
        server.close();
    }
}
