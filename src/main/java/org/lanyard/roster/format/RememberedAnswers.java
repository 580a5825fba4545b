package org.lanyard.roster.format;

import java.util.List;
import java.util.Optional;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;

/** The answers that led to an import, kept with the conference for files with the same header names. */
final class RememberedAnswers {

    private final Roster roster;

    RememberedAnswers(Roster roster) {
        this.roster = roster;
    }

    /** The conference that an import with these options is for, if it is known here and clear. */
    Optional<Conference> conference(ImportOptions options) {
        List<Conference> known = roster.conferences().stream()
                .filter(each -> options.conference() == null || each.slug().equalsIgnoreCase(options.conference())).toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    /** {@link Answers#NONE} where none were kept. */
    Answers of(Table table, ImportOptions options) {
        return conference(options).flatMap(conference -> roster.mapping(conference, table.headerKey()))
                .map(AnswersCodec::read).orElse(Answers.NONE);
    }

    /** Keeps the answers of a draft that was imported, where there are any and the columns have names. */
    void keep(RosterDraft draft, String conference) {
        String answers = AnswersCodec.write(draft.answers());
        if (!draft.table().headerKey().isEmpty() && !answers.equals(AnswersCodec.write(Answers.NONE))) {
            roster.keepMapping(roster.conference(conference), draft.table().headerKey(), answers);
        }
    }

    void forget(Table table, ImportOptions options) {
        conference(options).ifPresent(conference -> roster.forgetMapping(conference, table.headerKey()));
    }
}
