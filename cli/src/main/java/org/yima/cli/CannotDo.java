package org.yima.cli;

import java.io.Serial;

/** What a user is told, and no more, when a command cannot be carried out; it exits with 1. */
final class CannotDo extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  CannotDo(String sentence) {
    super(sentence);
  }

  CannotDo(String sentence, Throwable cause) {
    super(sentence, cause);
  }
}
