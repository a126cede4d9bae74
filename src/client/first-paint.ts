/** Runs in the head before anything is drawn, so that a reader who chose large letters never sees small ones flash. ES5: it is not compiled. */
export const FIRST_PAINT =
  "(function(d){try{var s=localStorage,k='mingbang-text',v=location.hash==='#elder'?'elder':s.getItem(k);d.setAttribute('data-js','');if(v){s.setItem(k,v);d.setAttribute('data-text',v)}}catch(e){}})(document.documentElement)";
