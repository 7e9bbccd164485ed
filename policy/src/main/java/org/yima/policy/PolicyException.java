package org.yima.policy;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A policy or case file that cannot be used. The message names the file and the line, says what is
 * wrong and what to do about it, in Chinese and in English.
 */
public final class PolicyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  PolicyException(String file, int line, String chinese, String english) {
    super(file + ":" + line + ": " + chinese + " / " + english);
  }

  private PolicyException(String message) {
    super(message);
  }

  /** Throws all that is wrong with one file, a line each; returns where nothing is. */
  static void throwAll(List<PolicyException> all) {
    if (!all.isEmpty()) {
      throw new PolicyException(
          all.stream().flatMap(PolicyException::lines).collect(Collectors.joining("\n")));
    }
  }

  /** One message for each thing that is wrong. */
  public Stream<String> lines() {
    return String.valueOf(getMessage()).lines();
  }

  /** A case whose amounts no settlement can hold. */
  public static PolicyException amountsTooLarge(String file, int line) {
    return new PolicyException(
        file,
        line,
        "算例的金额过大，无法结算；请检查位数",
        "the amounts are too large to settle; check their digits");
  }
}
