package org.yima.securitypkg;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * One request, ready to be sent, and what is needed to open its answer. To send it again, send the
 * same bytes again.
 */
public final class Call {
  private final byte[] body;
  private final String transtype;
  private final @Nullable String nonce;
  private final boolean sealed;
  private final byte @Nullable [] legacyKey;

  Call(Message message, byte[] body, byte @Nullable [] legacyKey) {
    this.body = body;
    this.transtype = message.value("transtype");
    this.nonce = message.optional("nonce");
    this.sealed = message.isSealed();
    this.legacyKey = legacyKey;
  }

  /** The body of the HTTP request, {@code application/x-www-form-urlencoded; charset=UTF-8}. */
  public byte[] body() {
    return body.clone();
  }

  String transtype() {
    return transtype;
  }

  @Nullable String nonce() {
    return nonce;
  }

  boolean isSealed() {
    return sealed;
  }

  /** The key that a LEGACY reply is sealed under; null for the other suites. */
  byte @Nullable [] legacyKey() {
    return legacyKey == null ? null : Arrays.copyOf(legacyKey, legacyKey.length);
  }

  @Override
  public String toString() {
    return "call of " + transtype;
  }
}
