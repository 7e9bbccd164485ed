package org.yima.policy;

/**
 * A policy or case file that cannot be used. The message names the file and the line, says what is
 * wrong and what to do about it, in Chinese and in English.
 */
public final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PolicyException(String file, int line, String chinese, String english) {
    super(file + ":" + line + ": " + chinese + " / " + english);
  }
}
