package org.lanyard.desk;

/** All that a key could change. */
record Seen(String page, String card, boolean waits, boolean asks, boolean finds, boolean record, boolean searches,
        boolean person, boolean form, int windows, String typed, long handedOut, long checkedIn, long voided) {

    /** In a word of the manual's table. */
    String effect(Seen now) {
        if (now.handedOut() > handedOut) {
            return "hands out";
        }
        if (now.checkedIn() > checkedIn) {
            return waits ? "acknowledges" : "checks in";
        }
        if (now.voided() > voided) {
            return "voids";
        }
        if (!now.page().equals(page)) {
            boolean person = now.card().startsWith("Found by search") && !card.equals(now.card());
            return person ? "shows the person" : "shows " + now.page();
        }
        return onThePage(now);
    }

    private String onThePage(Seen now) {
        if (windows > now.windows()) {
            return "closes";
        }
        if (person != now.person()) {
            return now.person() ? "opens the card" : "goes back";
        }
        if (waits && !now.waits()) {
            return "sends away";
        }
        if (record != now.record()) {
            return now.record() ? "opens the record" : "goes back";
        }
        if (form != now.form()) {
            return now.form() ? "opens a form" : "closes the form";
        }
        if (searches != now.searches()) {
            return now.searches() ? "opens the search" : "goes back";
        }
        if (now.finds() && !finds) {
            return "finds an item";
        }
        if (!now.typed().equals(typed)) {
            return "types";
        }
        return now.asks() && !asks ? "asks again" : "nothing";
    }
}
