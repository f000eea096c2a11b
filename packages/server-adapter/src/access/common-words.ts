/**
 * What passwords are made of most often, in English and Spanish: the stems behind the top of the published lists of
 * leaked passwords, rows of keyboards, and the words of this trade. All of 15 characters and more on those lists is
 * made of such stems, years and runs. Lower case, without accents, four letters or more.
 */
export const commonWords: readonly string[] = `
  abogada abogado access admin administrator amor amorcito angel anthony apple april asdf asdfgh asdfghjkl ashley
  attorney august autumn azerty baby babygirl bailey bandit banana barcelona baseball basketball batman beautiful
  blink buster butterfly cambiame carlos case casefront caso changeme charlie cheese chelsea chicken chocolate
  client cliente company computer contrasena contrasenia cookie corazon court daniel december default demo diamond dios
  dragon eduardo elephant enero england estrella every family familia february felicidad fernando ferrari firm
  flower football forever freedom friend friends gabriel george ginger godzilla golden goodluck google guest
  hannah happy harley hello hockey hola hunter iloveyou instagram internet jackson january jennifer jessica jesus jesuscristo
  jordan jorge joshua july june justice justicia justin killer king letmein life linkedin login lovely love loveme
  lucky madison maggie manchester manuel march maria master matrix matthew mexico michael michelle mickey miguel
  minecraft mirror monday monkey mother mustang mypassword naruto nicole november october oliver orange pass
  passphrase passw password passwd patricia peanut pepper phoenix please pokemon portal princesa princess private purple
  qazwsx qazwsxedc qwer qwert qwerty qwertyuiop qwertz rainbow real madrid realmadrid ricardo robert samantha samsung
  secret secreto secure security september shadow silver snoopy soccer sofia something spring starwars
  student summer sunday sunshine super superman tequiero teamo temp temporal test testing thomas thunder tigger
  tinkerbell trustno1 unknown user usuario verano victoria welcome welcome1 whatever william winter word yankees your
  zaq1 zxcvb zxcvbn zxcvbnm
  1q2w 1q2w3e 1q2w3e4r 1qaz 2wsx 3edc 4rfv
  1950 1960 1970 1975 1980 1981 1982 1983 1984 1985 1986 1987 1988 1989 1990 1991 1992 1993 1994 1995 1996 1997 1998
  1999 2000 2001 2002 2003 2004 2005 2006 2007 2008 2009 2010 2011 2012 2013 2014 2015 2016 2017 2018 2019 2020 2021
  2022 2023 2024 2025 2026 2027 2028 2029 2030
`
  .trim()
  .split(/\s+/);
