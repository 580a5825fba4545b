package org.lanyard.desk.person;

import java.util.function.Consumer;
import java.util.function.Predicate;
import javafx.scene.input.KeyCode;
import org.lanyard.scan.Role;

/**
 * Something that can be done with the person shown.
 *
 * @param word of its button
 * @param key  a letter, shown on its button
 * @param role whoever may not do it does not see it
 * @param fits false where it makes no sense for this person
 */
record PersonAction(String word, KeyCode key, Role role, Predicate<PersonPage> fits, Consumer<PersonPage> work) {

    PersonAction(String word, KeyCode key, Role role, Consumer<PersonPage> work) {
        this(word, key, role, _ -> true, work);
    }

    boolean offered(PersonPage page) {
        return page.allows(role) && fits.test(page);
    }
}
