package org.yima.settlement;

/**
 * What a programme that looked at one part of what the patient bears paid of it.
 *
 * @param of what was left of the part when the programme came to it; more than zero
 * @param amount what it paid; may be zero
 */
public record Subsidised(Program program, Share part, Money of, Money amount) {

  /** What it left to the patient, or to the next programme. */
  public Money left() {
    return of.minus(amount);
  }
}
