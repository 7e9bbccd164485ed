package org.yima.settlement;

/** On which day a stay in hospital is judged: whose rules, which person, which benefit year. */
public enum StaysBy {
  DISCHARGE,
  ADMISSION
}
