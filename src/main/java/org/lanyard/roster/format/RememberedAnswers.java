package org.lanyard.roster.format;

import java.util.List;
import java.util.Optional;
import org.lanyard.roster.ImportOptions;
import org.lanyard.roster.Roster;
import org.lanyard.scan.Conference;

final class RememberedAnswers {

    private final Roster roster;

    RememberedAnswers(Roster roster) {
        this.roster = roster;
    }

    Optional<Conference> conference(ImportOptions options) {
        List<Conference> known = roster.conferences().stream()
                .filter(each -> options.conference() == null || each.slug().equalsIgnoreCase(options.conference())).toList();
        return known.size() == 1 ? Optional.of(known.getFirst()) : Optional.empty();
    }

    Answers of(Table table, ImportOptions options) {
        return conference(options).flatMap(conference -> roster.mapping(conference, table.headerKey()))
                .map(AnswersCodec::read).orElse(Answers.NONE);
    }

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
