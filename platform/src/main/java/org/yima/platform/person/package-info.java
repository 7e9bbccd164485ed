/**
 * Insured people: identity, enrolment, personal account and the year's totals. Owns how personal
 * data is kept: encrypted in the database, masked wherever it could be printed.
 */
package org.yima.platform.person;
