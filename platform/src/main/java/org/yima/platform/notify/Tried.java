package org.yima.platform.notify;

/**
 * What became of one attempt.
 *
 * @param detail a few words without anything the other side sent but a status
 */
record Tried(Outcome outcome, String detail) {
  enum Outcome {
    ACCEPTED,
    /** No institution or access system of that code any more, or no address of theirs. */
    NOT_REGISTERED,
    ADDRESS_REFUSED,
    UNREACHABLE,
    TOO_SLOW,
    HTTP_STATUS,
    /** A 2xx whose body does not say {@code respcode=00}. */
    NOT_ACCEPTED,
    /** No certificate to seal to, or no key of ours. */
    CANNOT_SEAL
  }

  static Tried of(Outcome outcome) {
    return new Tried(outcome, "");
  }

  boolean accepted() {
    return outcome == Outcome.ACCEPTED;
  }
}
