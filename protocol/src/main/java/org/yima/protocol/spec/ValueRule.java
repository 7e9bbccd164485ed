package org.yima.protocol.spec;

import org.jspecify.annotations.Nullable;

/** What a value must look like, apart from its length. */
interface ValueRule {
  /** What is wrong with a value that is not blank, or null. */
  @Nullable FaultKind faultIn(String value);

  /** The way out, in Chinese, as the end of a sentence: {@code 应为…}. */
  String hint();
}
