package org.yima.policy;

import java.time.LocalDate;

/** Something that reads differently on different days. */
@FunctionalInterface
interface Dated<T> {

  T on(LocalDate day);
}
