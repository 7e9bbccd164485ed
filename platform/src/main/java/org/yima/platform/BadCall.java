package org.yima.platform;

/** A call that is not carried out; caught in {@link Exchange} alone. */
final class BadCall extends Exception {
  private static final long serialVersionUID = 1L;

  private final CallFault fault;
  private final String detail;

  /**
   * @param detail what exactly, without any value; may be empty
   */
  BadCall(CallFault fault, String detail) {
    super(fault.name(), null, false, false);
    this.fault = fault;
    this.detail = detail;
  }

  CallFault fault() {
    return fault;
  }

  String detail() {
    return detail;
  }
}
