package org.yima.client;

/** A genuine answer lacks something or has it in no form that we know. Names the element only. */
final class UnreadableAnswer extends Exception {
  private static final long serialVersionUID = 1L;

  UnreadableAnswer(String what) {
    super(what);
  }
}
