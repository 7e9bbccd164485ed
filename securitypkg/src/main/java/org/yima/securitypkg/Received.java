package org.yima.securitypkg;

import org.yima.protocol.Form;

/** A request whose caller is proven. */
public final class Received {
  private final Message message;
  private final Caller caller;
  private final Reply reply;

  Received(Message message, Caller caller, Reply reply) {
    this.message = message;
    this.caller = caller;
    this.reply = reply;
  }

  /** The plain signed form of section 1.1.3, signatures included. */
  public Form form() {
    return message.form();
  }

  /** The element without blanks around it; empty if it is missing. */
  public String value(String name) {
    return message.value(name);
  }

  /** Who calls. */
  public Caller caller() {
    return caller;
  }

  /** The suite of the request and of its reply. */
  public Suite suite() {
    return message.suite();
  }

  /** Whether the request was sealed; the plain form is 1.1.5. */
  public boolean isSealed() {
    return message.isSealed();
  }

  /** How to answer. */
  public Reply reply() {
    return reply;
  }

  @Override
  public String toString() {
    return message.value("transtype") + " of " + caller;
  }
}
