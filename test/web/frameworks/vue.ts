import { createApp, defineComponent, h, ref } from 'vue';

const { to } = document.getElementById('app')!.dataset;

/** The widget in a Vue component: an unknown tag is a custom element to `h`; in templates name it in `isCustomElement`. */
const readNext = defineComponent(() => {
  const first = ref(2);
  const heard = ref('nothing yet');
  const listen = ({ detail: { items } }: CustomEvent<{ items: { title: string }[] }>) => {
    heard.value = `${items.length} items, ${items[0]!.title ? 'Title' : 'nothing'} heard`;
  };
  return () => [
    h('related-resources', { to, first: first.value, layout: 'cards', reasons: 'off', onRelatedLoaded: listen }),
    h('p', heard.value),
    h('button', { type: 'button', onClick: () => first.value++ }, 'One more'),
  ];
});

createApp(readNext).mount('#app');
