import type { PageLabels } from '../labels';

/** Words of the seller pages in French. */
export const fr: PageLabels = {
  nav: ['Catalogue', 'Stock', 'Commandes', 'Publicité', 'Rapports', 'Performance'],
  messages: 'Messages', search: 'Rechercher par numéro de commande ou par texte',
  filters: ['Tous', 'Réponse requise', 'Messages envoyés', 'Résolus'], responseNeeded: 'Réponse requise', noThread: 'Sélectionnez une conversation pour la lire',
  topic: { order: 'Question sur une commande', return: 'Demande de retour', product: 'Question sur un produit' },
  lastResponse: 'Dernière réponse le', resolvedOn: 'Résolu le', you: 'Vous', noResponseNeeded: 'Aucune réponse nécessaire', reply: 'Répondre',
  composer: 'Votre réponse', limit: '4000 caractères maximum. Liens uniquement pour finaliser la commande ; pas de HTML ni d’adresse e-mail.',
  send: 'Envoyer', attach: 'Ajouter une pièce jointe', preview: 'Aperçu', expired: 'Cette conversation a expiré, il n’est plus possible d’y répondre.', loadEarlier: 'Charger les messages précédents',
  translatedBy: 'Traduit par la plateforme', showOriginal: 'Afficher l’original', orderDetails: 'Détails de la commande', orderId: 'Numéro de commande', asin: 'ASIN', quantity: 'Quantité', status: 'Statut',
  ordered: 'Date d’achat', shipped: 'Date d’expédition', deliverBy: 'Livrer avant le', delivered: 'Livré le', carrier: 'Transporteur', language: 'Langue préférée de l’acheteur',
  fulfilment: 'Traitement', bySeller: 'Vendeur', byAmazon: 'Amazon', channel: 'Canal de vente',
  states: { unpaid: 'En attente', unshipped: 'Non expédié', shipped: 'Expédié', delivered: 'Livré', completed: 'Terminé', cancelled: 'Annulé', refunded: 'Remboursé', disputed: 'En litige' },
  contactTitle: 'Envoyer un message à', reasonTitle: 'Pourquoi contactez-vous ce client ?',
  reasons: ['Demander des détails sur la commande', 'Signaler un problème d’expédition', 'Demander des informations de personnalisation', 'Organiser un retour ou un remboursement', 'Autre'],
  sent: 'Votre message a été envoyé', optedOut: 'Ce client a choisi de ne pas recevoir ce type de messages.', feedback: 'Donnez-nous votre avis sur cette page',
}; // prettier-ignore

/** Words of the seller pages in Italian. */
export const it: PageLabels = {
  nav: ['Catalogo', 'Inventario', 'Ordini', 'Pubblicità', 'Report', 'Prestazioni'],
  messages: 'Messaggi', search: 'Cerca per numero d’ordine o testo',
  filters: ['Tutti', 'Risposta necessaria', 'Messaggi inviati', 'Risolti'], responseNeeded: 'Risposta necessaria', noThread: 'Seleziona una conversazione per leggerla',
  topic: { order: 'Domanda sull’ordine', return: 'Richiesta di reso', product: 'Domanda sul prodotto' },
  lastResponse: 'Ultima risposta il', resolvedOn: 'Risolto il', you: 'Tu', noResponseNeeded: 'Nessuna risposta necessaria', reply: 'Rispondi',
  composer: 'La tua risposta', limit: 'Massimo 4000 caratteri. Link solo se utili a completare l’ordine; niente HTML né indirizzi e-mail.',
  send: 'Invia', attach: 'Aggiungi allegato', preview: 'Anteprima', expired: 'Questa conversazione è scaduta e non è più possibile rispondere.', loadEarlier: 'Carica messaggi precedenti',
  translatedBy: 'Tradotto dal marketplace', showOriginal: 'Mostra originale', orderDetails: 'Dettagli dell’ordine', orderId: 'Numero d’ordine', asin: 'ASIN', quantity: 'Quantità', status: 'Stato',
  ordered: 'Data di acquisto', shipped: 'Data di spedizione', deliverBy: 'Consegna entro', delivered: 'Consegnato', carrier: 'Corriere', language: 'Lingua preferita dell’acquirente',
  fulfilment: 'Gestione', bySeller: 'Venditore', byAmazon: 'Amazon', channel: 'Canale di vendita',
  states: { unpaid: 'In attesa', unshipped: 'Non spedito', shipped: 'Spedito', delivered: 'Consegnato', completed: 'Completato', cancelled: 'Annullato', refunded: 'Rimborsato', disputed: 'In contestazione' },
  contactTitle: 'Invia un messaggio a', reasonTitle: 'Perché contatti questo cliente?',
  reasons: ['Chiedere dettagli sull’ordine', 'Segnalare un problema di spedizione', 'Chiedere informazioni di personalizzazione', 'Organizzare un reso o un rimborso', 'Altro'],
  sent: 'Il tuo messaggio è stato inviato', optedOut: 'Questo cliente ha scelto di non ricevere messaggi di questo tipo.', feedback: 'Facci sapere cosa pensi di questa pagina',
}; // prettier-ignore

/** Words of the seller pages in Spanish. */
export const es: PageLabels = {
  nav: ['Catálogo', 'Inventario', 'Pedidos', 'Publicidad', 'Informes', 'Rendimiento'],
  messages: 'Mensajes', search: 'Buscar por número de pedido o texto',
  filters: ['Todos', 'Requiere respuesta', 'Mensajes enviados', 'Resueltos'], responseNeeded: 'Requiere respuesta', noThread: 'Selecciona una conversación para leerla',
  topic: { order: 'Pregunta sobre el pedido', return: 'Solicitud de devolución', product: 'Pregunta sobre el producto' },
  lastResponse: 'Última respuesta el', resolvedOn: 'Resuelto el', you: 'Tú', noResponseNeeded: 'No requiere respuesta', reply: 'Responder',
  composer: 'Tu respuesta', limit: '4000 caracteres como máximo. Enlaces solo si ayudan a completar el pedido; sin HTML ni direcciones de correo.',
  send: 'Enviar', attach: 'Añadir archivo adjunto', preview: 'Vista previa', expired: 'Esta conversación ha caducado y ya no se puede responder.', loadEarlier: 'Cargar mensajes anteriores',
  translatedBy: 'Traducido por la plataforma', showOriginal: 'Mostrar original', orderDetails: 'Detalles del pedido', orderId: 'Número de pedido', asin: 'ASIN', quantity: 'Cantidad', status: 'Estado',
  ordered: 'Fecha de compra', shipped: 'Fecha de envío', deliverBy: 'Entregar antes del', delivered: 'Entregado', carrier: 'Transportista', language: 'Idioma preferido del comprador',
  fulfilment: 'Gestión logística', bySeller: 'Vendedor', byAmazon: 'Amazon', channel: 'Canal de venta',
  states: { unpaid: 'Pendiente', unshipped: 'No enviado', shipped: 'Enviado', delivered: 'Entregado', completed: 'Completado', cancelled: 'Cancelado', refunded: 'Reembolsado', disputed: 'En disputa' },
  contactTitle: 'Enviar mensaje a', reasonTitle: '¿Por qué te pones en contacto con este cliente?',
  reasons: ['Preguntar por los detalles del pedido', 'Avisar de un problema con el envío', 'Pedir información de personalización', 'Acordar una devolución o un reembolso', 'Otros'],
  sent: 'Tu mensaje se ha enviado', optedOut: 'Este cliente ha decidido no recibir este tipo de mensajes.', feedback: 'Cuéntanos qué te parece esta página',
}; // prettier-ignore

/** Words of the seller pages in Brazilian Portuguese. */
export const ptBr: PageLabels = {
  nav: ['Catálogo', 'Estoque', 'Pedidos', 'Publicidade', 'Relatórios', 'Desempenho'],
  messages: 'Mensagens', search: 'Pesquisar por número do pedido ou texto',
  filters: ['Todas', 'Resposta necessária', 'Mensagens enviadas', 'Resolvidas'], responseNeeded: 'Resposta necessária', noThread: 'Selecione uma conversa para ler',
  topic: { order: 'Dúvida sobre o pedido', return: 'Solicitação de devolução', product: 'Dúvida sobre o produto' },
  lastResponse: 'Última resposta em', resolvedOn: 'Resolvida em', you: 'Você', noResponseNeeded: 'Nenhuma resposta necessária', reply: 'Responder',
  composer: 'Sua resposta', limit: 'Limite de 4000 caracteres. Links somente para concluir o pedido; sem HTML nem endereços de e-mail.',
  send: 'Enviar', attach: 'Adicionar anexo', preview: 'Pré-visualização', expired: 'Esta conversa expirou e não pode mais ser respondida.', loadEarlier: 'Carregar mensagens anteriores',
  translatedBy: 'Traduzido pela plataforma', showOriginal: 'Mostrar original', orderDetails: 'Detalhes do pedido', orderId: 'Número do pedido', asin: 'ASIN', quantity: 'Quantidade', status: 'Status',
  ordered: 'Data da compra', shipped: 'Data de envio', deliverBy: 'Entregar até', delivered: 'Entregue', carrier: 'Transportadora', language: 'Idioma preferido do comprador',
  fulfilment: 'Logística', bySeller: 'Vendedor', byAmazon: 'Amazon', channel: 'Canal de vendas',
  states: { unpaid: 'Pendente', unshipped: 'Não enviado', shipped: 'Enviado', delivered: 'Entregue', completed: 'Concluído', cancelled: 'Cancelado', refunded: 'Reembolsado', disputed: 'Em disputa' },
  contactTitle: 'Enviar mensagem para', reasonTitle: 'Por que você está entrando em contato com este cliente?',
  reasons: ['Perguntar detalhes do pedido', 'Avisar sobre um problema no envio', 'Pedir informações de personalização', 'Combinar devolução ou reembolso', 'Outro'],
  sent: 'Sua mensagem foi enviada', optedOut: 'Este cliente optou por não receber mensagens deste tipo.', feedback: 'Conte o que você acha desta página',
}; // prettier-ignore
