package org.lanyard.upstream;

import java.util.function.Function;

public sealed interface Answer<T> {

    record Accepted<T>(T value) implements Answer<T> {}

    record Refused<T>(Refusal why) implements Answer<T> {}

    /** Nothing was done there; the same question may be asked again later. */
    record Unreachable<T>(Trouble trouble) implements Answer<T> {}

    /** The answer is missing or is not the server's: it may or may not have been done. */
    record InDoubt<T>(Trouble trouble) implements Answer<T> {}

    default <R> Answer<R> map(Function<T, R> function) {
        return switch (this) {
            case Accepted<T>(T value) -> new Accepted<>(function.apply(value));
            case Refused<T>(Refusal why) -> new Refused<>(why);
            case Unreachable<T>(Trouble trouble) -> new Unreachable<>(trouble);
            case InDoubt<T>(Trouble trouble) -> new InDoubt<>(trouble);
        };
    }
}
