package org.lanyard.roster.format;

import java.time.ZoneId;
import java.util.List;
import java.util.function.LongConsumer;
import java.util.stream.Stream;
import org.lanyard.roster.StatedRoster;
import org.lanyard.roster.UnusableRow;
import org.lanyard.roster.format.table.RawTable;
import org.lanyard.scan.Sentence;

/** A file that was read and understood, and not imported yet. Immutable; making one takes a while for a large file. */
public final class RosterDraft {

    private final RawTable raw;
    private final ZoneId zone;
    private final Table table;
    private final List<ColumnProfile> profiles;
    private final Answers answers;
    private final Understanding understanding;
    private final List<Sentence> notes;

    RosterDraft(RawTable raw, Answers answers, ZoneId zone, LongConsumer progress) {
        this.raw = raw;
        this.zone = zone;
        this.answers = answers;
        this.table = HeaderFinder.find(raw, answers.columns().keySet());
        this.profiles = ColumnProfile.of(table);
        this.understanding = Understander.run(table, profiles, answers, zone, progress);
        this.notes = List.of();
    }

    // Of the same table: what its columns look like is known.
    private RosterDraft(RosterDraft draft, Answers answers) {
        this.raw = draft.raw;
        this.zone = draft.zone;
        this.answers = answers;
        this.table = draft.table;
        this.profiles = draft.profiles;
        this.understanding = Understander.run(table, profiles, answers, zone, _ -> {});
        this.notes = List.of();
    }

    private RosterDraft(RosterDraft draft, List<Sentence> notes) {
        this.raw = draft.raw;
        this.zone = draft.zone;
        this.answers = draft.answers;
        this.table = draft.table;
        this.profiles = draft.profiles;
        this.understanding = draft.understanding;
        this.notes = notes;
    }

    // Everything but the rows, which an import of the understood roster has no use for.
    private RosterDraft(RosterDraft draft, RawTable raw, Table table) {
        this.raw = raw;
        this.zone = draft.zone;
        this.answers = draft.answers;
        this.table = table;
        this.profiles = draft.profiles;
        this.understanding = draft.understanding;
        this.notes = draft.notes;
    }

    /** The same for an import, which then needs less memory; no other answer can be given. */
    public RosterDraft withoutRows() {
        return new RosterDraft(this, new RawTable(raw.facts(), List.of(), raw.notices()), new Table(table.facts(),
                table.headerRow(), table.columns(), List.of(), table.widest(), table.head(), table.notices()));
    }

    RosterDraft noting(Sentence note) {
        return new RosterDraft(this, List.of(note));
    }

    public RosterDraft with(Answers other) {
        return new RosterDraft(anew(other), notes);
    }

    RosterDraft anew(Answers other) {
        return HeaderFinder.isSame(raw, answers.columns().keySet(), other.columns().keySet())
                ? new RosterDraft(this, other) : new RosterDraft(raw, other, zone, _ -> {});
    }

    public Table table() {
        return table;
    }

    public Answers answers() {
        return answers;
    }

    public List<ColumnMeaning> columns() {
        return understanding.columns();
    }

    /** As long as there are any, the file cannot be imported. */
    public List<Question> questions() {
        return understanding.questions();
    }

    /** The most important first. */
    public List<Sentence> warnings() {
        return Stream.concat(understanding.warnings().stream(), notes.stream()).toList();
    }

    public List<UnusableRow> unusable() {
        return understanding.roster().unusable();
    }

    public Outcome outcome() {
        return understanding.outcome();
    }

    StatedRoster roster() {
        return understanding.roster();
    }
}
