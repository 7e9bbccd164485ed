package org.yima.securitypkg;

import org.jspecify.annotations.Nullable;
import org.yima.protocol.Form;

/**
 * A message that cannot be opened. Outside, all of them look the same, {@code respcode} 12, except
 * the three that decisions §4 names apart: 10 malformed, 11 unknown caller, 13 outside the time
 * window. The {@link #fault()} is for one's own counters and logs alone: sent to the other side it
 * would tell an attacker how far he came.
 */
public final class CannotOpen extends Exception {
  private static final long serialVersionUID = 1L;

  /** What failed, and the {@code respcode} that may be told. */
  public enum Fault {
    /** The outer form is no form. */
    FORM("10"),
    /** The suite is unknown, or differs inside and outside. */
    SUITE("12"),
    /** No valid key of ours has the certificate number named. */
    CERTID("12"),
    /** The content does not decrypt, or what comes out is no form. */
    CONTENT("12"),
    /** The transaction inside is not the one outside. */
    TRANSTYPE("12"),
    /** No such merchant code with such an access system, or it is disabled. */
    CALLER("11"),
    /** The caller is not registered for this suite. */
    SUITE_NOT_REGISTERED("12"),
    /** The caller is not registered for the plain form. */
    PLAIN_NOT_REGISTERED("12"),
    /** The institution's signature is missing or wrong. */
    MERCHANT_SIGNATURE("12"),
    /** The access system's signature is missing or wrong. */
    INFOSYS_SIGNATURE("12"),
    /** The platform's signature is missing or wrong. */
    PLATFORM_SIGNATURE("12"),
    /** The timestamp is missing, unreadable, or too far from this clock. */
    TIME("13"),
    /** The nonce is missing or too long. */
    NONCE("12"),
    /** We have no valid key to sign the answer with, or the caller none to seal it to. */
    UNANSWERABLE("12"),
    /** The reply belongs to another request. */
    ECHO("12"),
    /**
     * The platform answered in plain form that it could not open the request. That answer is
     * genuine but bound to no request: it proves nothing about a payment.
     */
    REFUSED("12");

    private final String respcode;

    Fault(String respcode) {
      this.respcode = respcode;
    }

    /** What decisions §4 lets the other side know. */
    public String respcode() {
      return respcode;
    }
  }

  private final Fault fault;
  private final transient @Nullable Reply reply;
  private final transient @Nullable Form refusal;
  private transient @Nullable Caller caller;

  CannotOpen(Fault fault) {
    this(fault, null, null);
  }

  private CannotOpen(CannotOpen failure, Caller caller) {
    this(failure.fault, failure.reply, failure.refusal);
    this.caller = caller;
  }

  private CannotOpen(Fault fault, @Nullable Reply reply, @Nullable Form refusal) {
    // Without a stack trace: under attack this is thrown often, and the fault says enough.
    super("message cannot be opened", null, false, false);
    this.fault = fault;
    this.reply = reply;
    this.refusal = refusal;
  }

  static CannotOpen outsideWindow(Reply reply) {
    return new CannotOpen(Fault.TIME, reply, null);
  }

  static CannotOpen refused(Form refusal) {
    return new CannotOpen(Fault.REFUSED, null, refusal);
  }

  /** The same failure, of a message that names this registered caller. */
  CannotOpen naming(Caller named) {
    return new CannotOpen(this, named);
  }

  /**
   * Whom the message names, if the registry knows them. Not proven: good for counting, nothing
   * else.
   */
  public @Nullable Caller named() {
    return caller;
  }

  /** The code to answer with: 10, 11, 12 or 13. */
  public String respcode() {
    return fault.respcode();
  }

  /** For one's own counters and logs; never to be sent. */
  public Fault fault() {
    return fault;
  }

  /**
   * How to answer in the request's own form; present only when both signatures were good (13), so
   * that nothing is ever sealed to somebody who did not ask.
   */
  public @Nullable Reply reply() {
    return reply;
  }

  /** The platform's own words, {@code respcode} and {@code respmsg}; present for REFUSED alone. */
  public @Nullable Form refusal() {
    return refusal;
  }
}
