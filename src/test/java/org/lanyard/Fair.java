package org.lanyard;

import org.lanyard.scan.Decision;
import org.lanyard.scan.Mode;
import org.lanyard.scan.Scan;
import org.lanyard.scan.Verdict;

/**
 * A roster with what R10 and R32 to R39 are about, on Friday, 14 May 2027: SAT1 has a Saturday ticket, LUN1 one lunch a day
 * of three, PAR1 is a party of three, ANN1 to DAN1 are on order FAM, BAD1 is blocked by the roster.
 */
public final class Fair {

    public static final String ROSTER = """
            {"conference": {"slug": "conf", "name": "Conf", "timezone": "Europe/Berlin"},
             "ticket_types": [{"slug": "individual", "name": "Individual"},
              {"slug": "saturday", "name": "Saturday", "valid": [{"from": "2027-05-15", "to": "2027-05-15"}]}],
             "addons": [{"slug": "lunch", "name": "Lunch", "per_day": 1}, {"slug": "tutorial", "name": "Tutorial"},
              {"slug": "dinner", "name": "Dinner", "valid": [{"from": "2027-05-14T18:00", "to": "2027-05-14T23:00"}]}],
             "orders": [
              {"reference": "SATURDAY", "status": "paid", "items": [{"ticket_type": "saturday", "quantity": 1}]},
              {"reference": "LUNCH", "status": "paid", "items": [{"ticket_type": "individual", "quantity": 1},
               {"addon": "lunch", "quantity": 2}, {"addon": "lunch", "quantity": 1}, {"addon": "dinner", "quantity": 1},
               {"addon": "tutorial", "quantity": 1}]},
              {"reference": "PARTY", "status": "paid", "items": [{"ticket_type": "individual", "quantity": 1},
               {"addon": "tutorial", "quantity": 1}]},
              {"reference": "FAM", "status": "paid", "items": [
               {"ticket_type": "individual", "quantity": 1, "attendee": "ANN1"},
               {"ticket_type": "individual", "quantity": 1, "attendee": "BEA1"},
               {"ticket_type": "individual", "quantity": 1, "attendee": "CID1"},
               {"addon": "tutorial", "quantity": 1}]},
              {"reference": "BAD", "status": "pending", "items": [{"ticket_type": "individual", "quantity": 1}]}],
             "attendees": [{"access_code": "SAT1", "name": "Sat", "orders": ["SATURDAY"]},
              {"access_code": "LUN1", "name": "Lun", "orders": ["LUNCH"], "codes": ["WRIST1"]},
              {"access_code": "PAR1", "name": "Par", "orders": ["PARTY"], "party": 3},
              {"access_code": "ANN1", "name": "Ann", "orders": ["FAM"]},
              {"access_code": "BEA1", "name": "Bea", "orders": ["FAM"], "attention": "ID check"},
              {"access_code": "CID1", "name": "Cid", "orders": ["FAM"]},
              {"access_code": "DAN1", "name": "Dan", "orders": ["FAM"]},
              {"access_code": "BAD1", "name": "Bad", "orders": ["BAD"], "blocked": "stole a laptop"}]}
            """;

    private Fair() {}

    public static Verdict leave(Rig rig, String payload) {
        return rig.decide(new Mode.Exit(java.util.Optional.empty()), payload).verdict();
    }

    public static Verdict leave(Rig rig, String door, String payload) {
        return rig.decide(new Mode.Exit(java.util.Optional.of(rig.product(door))), payload).verdict();
    }

    /** A lead lets them through. */
    public static Decision override(Rig rig, Mode mode, String payload) {
        Scan scan = rig.scan(payload).overridden();
        return rig.station().gate().decide(rig.post(mode), scan).join();
    }
}
