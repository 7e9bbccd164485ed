/**
 * Stays in hospital between their registration (ST023) and their settlement (ST034, ST022): the
 * admission itself, and its charge lines as they are entered, withdrawn, settled and released.
 */
package org.yima.platform.admission;
