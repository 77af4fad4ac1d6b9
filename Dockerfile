# docker build -t spanmark . && docker run --read-only --tmpfs /tmp -p 8080:8080 spanmark
FROM node:22-alpine AS build
WORKDIR /app
COPY package.json package-lock.json ./
RUN npm ci --ignore-scripts
COPY . .
RUN npm run build

FROM nginx:1.28-alpine
COPY nginx.conf /etc/nginx/nginx.conf
COPY --from=build /app/dist /srv/spanmark
USER nginx
EXPOSE 8080
CMD ["nginx", "-g", "daemon off;"]
